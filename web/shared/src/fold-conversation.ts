/** Messages, and what the model does while it writes one. */
import type { About } from "./about";
import type { MessageComplete, MessageView, ToolView } from "./generated/events";
import { inJob, settled } from "./in-job";
import { withDelta, withReset } from "./live-text";
import { never } from "./never";
import { type MessageState, messageState, type ProjectState } from "./state";

type ConversationTold = About<"message"> | About<"tool"> | About<"plan">;

export function foldConversation(state: ProjectState, told: ConversationTold): ProjectState {
  switch (told.type) {
    case "message.created":
      return withMessage(state, told.message);
    case "message.updated":
      return withMessage(state, told.message);
    case "message.removed":
      return { ...state, messages: state.messages.filter((message) => message.id !== told.message) };
    case "message.start":
      return inJob(state, told, { kind: "turn", message: told.message }, { ...settled(told), status: "running" });
    case "message.reset":
      return inMessage(state, told.message, (message) => withReset(message, told.round, told.attempt ?? 1));
    case "message.delta":
      return inMessage(state, told.message, (message) => withDelta(message, told));
    case "message.complete":
      return inMessage(state, told.message, (message) => completed(message, told));
    case "tool.start":
      return withTool(state, told.job, { call: told.call, name: told.name, status: "running", summary: "" });
    case "tool.complete":
      return withTool(state, told.job, { call: told.call, name: told.name, status: "done", summary: told.summary });
    case "tool.error":
      return withTool(state, told.job, { call: told.call, name: told.name, status: "refused", summary: told.message });
    case "plan.created":
      return inTurn(state, told.job, (message) => ({ ...message, plan: { title: told.title, scenes: told.scenes } }));
    default:
      return never(told);
  }
}

function withMessage(state: ProjectState, view: MessageView): ProjectState {
  const known = state.messages.some((message) => message.id === view.id);
  return known
    ? inMessage(state, view.id, (message) => ({ ...message, ...view }))
    : { ...state, messages: [...state.messages, messageState(view)] };
}

function completed(message: MessageState, told: MessageComplete): MessageState {
  const closedRound = Math.max(message.closedRound, told.round);
  return { ...message, content: told.content, done: told.final, live: null, closedRound };
}

function withTool(state: ProjectState, job: string | null | undefined, tool: ToolView): ProjectState {
  return inTurn(state, job, (message) => {
    const known = message.tools.some((each) => each.call === tool.call);
    const tools = known
      ? message.tools.map((each) => (each.call === tool.call ? tool : each))
      : [...message.tools, tool];
    return { ...message, tools };
  });
}

function inMessage(state: ProjectState, id: string, change: (message: MessageState) => MessageState): ProjectState {
  return { ...state, messages: state.messages.map((message) => (message.id === id ? change(message) : message)) };
}

function inTurn(
  state: ProjectState,
  job: string | null | undefined,
  change: (message: MessageState) => MessageState,
): ProjectState {
  const answer = state.messages.find((message) => message.role === "assistant" && message.job === job);
  return answer === undefined || job == null ? state : inMessage(state, answer.id, change);
}
