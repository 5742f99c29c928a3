import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { ActionList } from "./action-list";
import { EventLog } from "./event-log";
import { RecordList } from "./record-list";
import { StreamTable } from "./stream-table";

/** What was told, to whom, and what operators did. */
export function EventsPage(): ReactNode {
  return (
    <>
      <h1>Events</h1>
      <Tabs.Root className="tabs" defaultValue="events">
        <Tabs.List aria-label="What of it">
          <Tabs.Trigger value="events">Stored events</Tabs.Trigger>
          <Tabs.Trigger value="log">As it happens</Tabs.Trigger>
          <Tabs.Trigger value="clients">Who listens</Tabs.Trigger>
          <Tabs.Trigger value="audit">What operators did</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="events">
          <EventLog />
        </Tabs.Content>
        <Tabs.Content value="log">
          <RecordList />
        </Tabs.Content>
        <Tabs.Content value="clients">
          <StreamTable />
        </Tabs.Content>
        <Tabs.Content value="audit">
          <ActionList />
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}
