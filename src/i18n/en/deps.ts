import type { DepsMessages } from '../areas/deps.js';

export const deps: DepsMessages = {
  summary: 'Show what a job waits for, and what waits for it',
  help: {
    flags: {
      format: 'a tree for people, or the graph for Graphviz or Mermaid',
      why: 'only the chain to what blocks the job',
    },
    examples: {
      tree: 'What comes before and after the job',
      why: 'Why does it not start?',
      dot: 'Draw the graph with Graphviz',
    },
  },
  again: 'shown elsewhere',
  cycle: 'cycle',
  cycles: 'Cycles',
  more: (count) => `and ${count} more`,
  waitingFor: (what) => `waits for ${what}`,
  completedAt: (when) => `completed ${when}`,
  resolvedAt: (when) => `resolved ${when}`,
  otherJobs: 'Other jobs in the graph',
  resources: 'Resources',
  columns: { type: 'Type', name: 'Name', id: 'ID', status: 'Status', since: 'Since' },
  conditions: 'Blocking conditions',
  waitsFor: (name) => `This job waits for ${name}.`,
  waitsInVain: (name, status) => `This job waits for ${name}, whose status is ${status}.`,
  waitsForCycle: 'This job waits for jobs that wait for each other.',
  waitsForOther: 'No job blocks this one, but something else does.',
  nothingBlocks: 'Nothing blocks this job.',
  alreadyEnded: (status) => `Nothing blocks this job: its status is ${status}.`,
  blocks: 'blocks it',
  alsoBlocked: 'This job waits for these, too',
  openConditions: 'Open conditions',
  missingResources: 'Resources that are not available',
  empty: 'the job depends on nothing, and nothing waits for it',
  mermaidLimit: (edges, limit) =>
    `the graph has ${edges} edges; Mermaid draws ${limit} unless its maxEdges is raised`,
};
