import { expect, test } from "vitest";
import { Problem, problemOf, SIGNED_OUT, sentenceOf, UNREACHABLE } from "../src/problem";
import { command, type RequestDoors, read } from "../src/request";

type Answer = Response | "cut";

function doors(answers: Answer[]): RequestDoors & { readonly sent: RequestInit[] } {
  const sent: RequestInit[] = [];
  return {
    sent,
    fetch: (_url, init) => {
      sent.push(init);
      const answer = answers.shift();
      return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(new TypeError("cut"));
    },
    pause: () => Promise.resolve(),
    random: () => 0,
  };
}

const problem = (status: number, detail: string) =>
  new Response(JSON.stringify({ code: "message.too-long", detail }), { status });

test("a command is repeated with the same key after a cut and after 503", async () => {
  const world = doors(["cut", problem(503, "busy"), Response.json({ job: "j" })]);
  expect(await command("/x", { content: "hi" }, "key-1", world)).toEqual({ job: "j" });
  expect(world.sent.map((init) => (init.headers as Record<string, string>)["Idempotency-Key"])).toEqual([
    "key-1",
    "key-1",
    "key-1",
  ]);
});

test("a refusal stands and is shown as a sentence", async () => {
  const world = doors([problem(422, "the message is too long")]);
  await expect(command("/x", {}, "k", world)).rejects.toMatchObject({
    status: 422,
    code: "message.too-long",
    message: "The message is too long.",
  });
  expect(world.sent.length).toBe(1);
});

test("after five tries without an answer it says so", async () => {
  const world = doors(["cut", "cut", "cut", "cut", "cut", Response.json({})]);
  await expect(read("/x", world)).rejects.toThrow(UNREACHABLE);
  expect(world.sent.length).toBe(5);
});

test("not being signed in is said in our own words", async () => {
  expect((await problemOf(new Response("x", { status: 401 }))).message).toBe(SIGNED_OUT);
});

test("an answer without problem details still gets a sentence", async () => {
  expect((await problemOf(new Response("<html>", { status: 502 }))).message).toBe("The server answered with 502.");
});

test("what was thrown by something else is said to be the connection", () => {
  expect(sentenceOf(new TypeError("x"))).toBe(UNREACHABLE);
  expect(sentenceOf(new Problem(409, "c", "It is done."))).toBe("It is done.");
});
