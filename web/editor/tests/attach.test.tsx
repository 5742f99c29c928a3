// @vitest-environment jsdom
import type { Asset } from "@bazaar/shared/events";
import { Problem } from "@bazaar/shared/problem";
import { act, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AttachmentList } from "../src/attach/attachment-list";
import { refusalOf } from "../src/attach/given-file";
import { type Attachments, useAttachments } from "../src/attach/use-attachments";
import { type Rendered, render } from "./render";

const ASSET = { id: "a1", name: "logo.png", width: 64, height: 32 } as unknown as Asset;
const PNG = new File(["x"], "logo.png", { type: "image/png" });

let attachments: Attachments;
let share: (share: number) => void;
let arrive: (asset: Asset) => void;
let fail: (error: Error) => void;
let cancelled: boolean;

function Box(): ReactNode {
  attachments = useAttachments("p", (_project, _file, onShare) => {
    share = onShare;
    const done = new Promise<Asset>((resolve, reject) => {
      [arrive, fail] = [resolve, reject];
    });
    return {
      done,
      cancel: () => {
        cancelled = true;
      },
    };
  });
  return <AttachmentList attachments={attachments} />;
}

beforeEach(() => {
  cancelled = false;
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
});

afterEach(() => vi.unstubAllGlobals());

async function given(...files: readonly File[]): Promise<Rendered> {
  const rendered = await render(<Box />);
  await act(async () => attachments.add(files));
  return rendered;
}

test("a picture goes to the project at once and shows how far it is", async () => {
  const { page } = await given(PNG);
  await act(async () => share(0.4));
  expect(page.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")).toBe("40");
  expect([attachments.busy, attachments.ids]).toEqual([true, []]);
  await act(async () => arrive(ASSET));
  expect([attachments.busy, attachments.ids]).toEqual([false, ["a1"]]);
  expect(page.textContent).toContain("64 × 32, used exactly as it is");
});

test("one that does not arrive says why, and does not keep the message back", async () => {
  const { page } = await given(PNG);
  await act(async () => fail(new Problem(415, "asset.no-picture", "It is no picture.")));
  expect(page.querySelector("[role=alert]")?.textContent).toBe("It is no picture.");
  expect([attachments.busy, attachments.ids]).toEqual([false, []]);
});

test("one that is taken out on its way is stopped", async () => {
  const { page, click } = await given(PNG);
  await click("Remove logo.png");
  expect([cancelled, page.textContent]).toEqual([true, ""]);
});

test("what cannot be attached is said to be so without being tried", () => {
  expect(refusalOf({ type: "image/svg+xml", size: 1 }, 0)).toContain("Only PNG");
  expect(refusalOf({ type: "image/png", size: 11 * 1024 * 1024 }, 0)).toContain("larger than 10 MB");
  expect(refusalOf({ type: "image/png", size: 1 }, 8)).toContain("8 pictures at most");
  expect(refusalOf({ type: "image/png", size: 1 }, 7)).toBeNull();
});
