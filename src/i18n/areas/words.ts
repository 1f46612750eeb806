import type {
  Condition,
  EventType,
  NodeType,
  Priority,
  Rating,
  Status,
  Trend,
  UpcomingEventType,
} from '../../contract/index.js';

/** The known words of the API, for people. Words outside of these are shown as they came. */
export interface WordMessages {
  status: Record<Status, string>;
  condition: Record<Condition, string>;
  eventType: Record<EventType, string>;
  upcomingEventType: Record<UpcomingEventType, string>;
  priority: Record<Priority, string>;
  rating: Record<Rating, string>;
  trend: Record<Trend, string>;
  nodeType: Record<NodeType, string>;
  yes: string;
  no: string;
}
