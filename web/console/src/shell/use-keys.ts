/** 1 to 9 go to a page, "/" to the first filter, "?" says so. Never while somebody types. */
import { useEffect } from "react";
import { PAGES } from "../pages";
import { addressOf } from "../route";

const NAMES = [...PAGES.map((page) => page.name), "incident"];

export function useKeys(onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isUnderDialog()) {
        return;
      }
      const page = NAMES[Number(event.key) - 1];
      if (page !== undefined) {
        window.location.hash = addressOf(page);
      } else if (event.key === "/") {
        document.querySelector<HTMLElement>(".filters input, .filters select")?.focus();
        event.preventDefault();
      } else if (event.key === "?") {
        onHelp();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

function isUnderDialog(): boolean {
  return document.querySelector("[role=dialog]") !== null;
}
