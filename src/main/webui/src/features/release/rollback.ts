import type { ChannelMove } from '../../api/channels';

/**
 * Returns the release that a channel goes back to: the last different one that was not rolled back.
 *
 * @param moves newest first
 */
export function releaseBefore(moves: readonly ChannelMove[]): number | null {
  const current = moves[0]?.release;
  const served: number[] = [];
  for (const { release, rollback } of [...moves].reverse()) {
    if (rollback) {
      const position = served.lastIndexOf(release);
      served.length = position < 0 ? 0 : position;
    }
    served.push(release);
  }
  return served.findLast((release) => release !== current) ?? moves.find(({ previous }) => previous !== current)?.previous ?? null;
}
