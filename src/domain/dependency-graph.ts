import { type DependenciesBody, isGuid, nodeTypes } from '../contract/index.js';
import { closest, type Neighbours } from './reach.js';

/** A job of a dependency graph. What only the graph names has an id and perhaps a status, and nothing else. */
export interface DependencyJob {
  /** As the server writes it. */
  id: string;
  name?: string;
  status?: string;
  /** Why this one has to be done before the current job. */
  dependency?: string;
  /** What of the current job this one waits for. */
  waitingFor?: string;
  /** ISO 8601. */
  completedAt?: string;
}

/** Jobs and which has to be done before which. Keys are ids, GUIDs among them in lower case. */
export interface DependencyGraph {
  /** The key of the job that the graph is about. */
  current: string;
  jobs: ReadonlyMap<string, DependencyJob>;
  /** What has to be done before a job, directly. */
  before: Neighbours;
  /** What waits for a job, directly. */
  after: Neighbours;
}

interface Building {
  jobs: Map<string, DependencyJob>;
  before: Map<string, Set<string>>;
  after: Map<string, Set<string>>;
}

const keyOf = (id: string): string => (isGuid(id) ? id.toLowerCase() : id);

/**
 * One graph from all parts of an answer. Names, statuses and reasons of the lists win over the graph's; an edge that
 * only the lists imply is added where the graph does not connect the two already; an edge to a job that nothing else
 * names makes that job. `askedId` is the job that was asked for, where the answer does not say which one it is about.
 */
export function dependencyGraph(body: DependenciesBody, askedId: string): DependencyGraph {
  const nodes = body.dependencyGraph?.nodes ?? [];
  const marked = nodes.find((node) => nodeTypes.canonical(node.type) === 'CurrentJob');
  const current = keyOf(body.jobId ?? marked?.id ?? askedId);
  const building: Building = { jobs: new Map(), before: new Map(), after: new Map() };
  know(building, { id: body.jobId ?? marked?.id ?? askedId });
  for (const { id, status } of nodes) know(building, { id, ...present({ status }) });
  for (const { from, to } of body.dependencyGraph?.edges ?? []) connect(building, from, to);
  addPrerequisites(building, body, current);
  addDependents(building, body, current);
  return { current, ...building };
}

function addPrerequisites(building: Building, body: DependenciesBody, current: string): void {
  const connected = closest(building.before, [current]);
  for (const { jobId, jobName, status, dependency, completedAt } of body.dependencies
    .prerequisiteJobs ?? []) {
    know(building, { id: jobId, ...present({ name: jobName, status, dependency, completedAt }) });
    if (!connected.has(keyOf(jobId))) connect(building, jobId, current);
  }
}

function addDependents(building: Building, body: DependenciesBody, current: string): void {
  const connected = closest(building.after, [current]);
  for (const { jobId, jobName, status, waitingFor } of body.dependencies.dependentJobs ?? []) {
    know(building, { id: jobId, ...present({ name: jobName, status, waitingFor }) });
    if (!connected.has(keyOf(jobId))) connect(building, current, jobId);
  }
}

/** Adds what is newly known of a job to what was known. */
function know({ jobs }: Building, job: DependencyJob): void {
  const known = jobs.get(keyOf(job.id));
  jobs.set(keyOf(job.id), known === undefined ? job : { ...known, ...job, id: known.id });
}

function connect(building: Building, from: string, to: string): void {
  for (const id of [from, to]) know(building, { id });
  add(building.after, keyOf(from), keyOf(to));
  add(building.before, keyOf(to), keyOf(from));
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The fields that hold something. */
function present<T extends Record<string, string | null | undefined>>(fields: T): Present<T> {
  const held = Object.entries(fields).filter(([, value]) => value != null && value !== '');
  return Object.fromEntries(held) as Present<T>;
}
