import {
  type BlockingCondition,
  conditions,
  type ResourceDependency,
} from '../../contract/index.js';
import { isMissingResource, isOpenCondition } from '../../domain/why-blocked.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { type Column, table } from '../../render/table.js';
import { word } from '../../render/words.js';
import { type JobRow, plainRow } from './job-row.js';
import { jobBlocks } from './job-rows.js';
import { title } from './sentence.js';

/** Resources with what is known of each, under a name; nothing where there are none. */
export function resourcesView(
  resources: readonly ResourceDependency[],
  name: string,
  look: Look,
): SafeText[] {
  if (resources.length === 0) return [];
  const { columns: words } = look.messages.deps;
  const columns: Column[] = [
    { header: inline(words.type), min: 4 },
    { header: inline(words.name), min: 6 },
    { header: inline(words.status), min: 6 },
    { header: inline(words.since), leaves: 1 },
    { header: inline(words.id), leaves: 2 },
  ];
  const rows = resources.map((resource) => resourceCells(resource, look));
  const isUsed = columns.map((_, index) => rows.some((row) => row[index] !== ''));
  const used = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => isUsed[index]);
  return [...title(name, look), ...table(used(columns), rows.map(used), look)];
}

function resourceCells(resource: ResourceDependency, look: Look): SafeText[] {
  const { resourceType, resourceName, resourceId, status } = resource;
  const since = resource.allocatedAt ?? resource.lastModified;
  const paint = isMissingResource(resource) ? look.theme.caution : look.theme.plain;
  return [
    inline(resourceType ?? '-'),
    inline(resourceName ?? resourceId ?? '-'),
    paint(word('condition', status, look.messages)),
    since == null ? safe`` : look.formats.when(since),
    resourceName == null ? safe`` : inline(resourceId ?? ''),
  ];
}

/** Conditions under a name, open ones first; nothing where there are none. */
export function conditionsView(
  blocking: readonly BlockingCondition[],
  name: string,
  look: Look,
): SafeText[] {
  if (blocking.length === 0) return [];
  const open = blocking.filter(isOpenCondition);
  const resolved = blocking.filter((condition) => !isOpenCondition(condition));
  const rows = [...open, ...resolved].map((condition) => ({
    row: conditionRow(condition, look),
    own: safe``,
    below: safe`  `,
  }));
  return [...title(name, look), ...jobBlocks(rows, look).flat()];
}

function conditionRow(condition: BlockingCondition, look: Look): JobRow {
  const { symbols, theme, messages, formats } = look;
  const isOpen = isOpenCondition(condition);
  const when =
    condition.resolvedAt == null
      ? []
      : [inline(messages.deps.resolvedAt(formats.when(condition.resolvedAt)))];
  return {
    ...plainRow(inline(condition.condition ?? '-'), look),
    namePaint: theme.plain,
    sign: isOpen ? symbols.warning : symbols.done,
    paint: isOpen ? theme.caution : theme.good,
    status: statusWord(condition, look),
    notes: [...when, ...(condition.resolution == null ? [] : [inline(condition.resolution)])],
  };
}

/** A condition without a status says what its time says. */
function statusWord({ status, resolvedAt }: BlockingCondition, look: Look): SafeText {
  const words = look.messages.words.condition;
  if (status == null && resolvedAt != null) return inline(words.Resolved);
  return conditions.canonical(status) === undefined
    ? inline(status ?? '-')
    : word('condition', status, look.messages);
}
