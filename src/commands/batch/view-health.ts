import { type BatchBody, ratings } from '../../contract/index.js';
import { type Gauge, section, shareBar } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText } from '../../render/safe-text.js';
import type { Paint, Theme } from '../../render/theme.js';
import { word } from '../../render/words.js';

/** How the system that runs the jobs is doing. */
export function healthView(health: BatchBody['systemHealth'], look: Look): SafeText[] {
  const { system } = look.messages.batch;
  const row = <T>(
    name: string,
    value: T | null | undefined,
    show: (value: T) => SafeText,
    draw?: Gauge['draw'],
  ): Gauge[] => (value == null ? [] : [{ name: inline(name), parts: [show(value)], draw }]);
  const load = health?.overallLoad ?? undefined;
  const rating = (text: string): SafeText =>
    ratingPaint(text, look.theme)(word('rating', text, look.messages));
  return section(
    inline(system.title),
    [
      ...row(system.load, load, (share) => look.formats.percent(share), shareBar(load, look)),
      ...row(system.queue, health?.queueHealth, rating),
      ...row(system.resources, health?.resourceAvailability, rating),
      ...row(system.capacity, health?.estimatedCapacity, look.formats.quantity),
    ],
    look,
  );
}

function ratingPaint(rating: string, theme: Theme): Paint {
  switch (ratings.canonical(rating)) {
    case 'Good':
      return theme.good;
    case 'Medium':
      return theme.caution;
    case 'Poor':
      return theme.bad;
    default:
      return theme.plain;
  }
}
