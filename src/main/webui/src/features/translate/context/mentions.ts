/** A mention that is being typed: the part after the sign, and where the sign stands. */
export interface MentionStart {
  at: number;
  typed: string;
}

const SHOWN = 6;
const LATIN_OR_DIGIT = /[A-Za-z0-9]/;

/** Returns the mention before the cursor. A sign after a letter or digit belongs to an address, not to a mention. */
export function mentionAt(text: string, cursor: number): MentionStart | null {
  const at = text.lastIndexOf('@', cursor - 1);
  const typed = text.slice(at + 1, cursor);
  return at < 0 || LATIN_OR_DIGIT.test(text.charAt(at - 1)) || /\s/.test(typed) ? null : { at, typed };
}

/** Returns the people whose names begin with what was typed. */
export function matchingNames(names: readonly string[], typed: string): string[] {
  const sought = typed.toLowerCase();
  return names.filter((name) => name.toLowerCase().startsWith(sought)).slice(0, SHOWN);
}

/** Completes a mention. Returns the text and the position of the cursor. */
export function completeMention(text: string, { at, typed }: MentionStart, name: string): { text: string; cursor: number } {
  const rest = text.slice(at + 1 + typed.length);
  const inserted = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, at) + inserted + rest, cursor: at + inserted.length };
}

/** Splits a comment at the mentions of people. */
export function splitMentions(text: string, mentions: readonly string[]): { text: string; isMention: boolean }[] {
  const sought = [...mentions].sort((one, other) => other.length - one.length).map((name) => '@' + name);
  const pieces: { text: string; isMention: boolean }[] = [];
  let start = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mention = LATIN_OR_DIGIT.test(text.charAt(at - 1)) ? undefined : sought.find((it) => text.startsWith(it, at));
    if (mention) {
      pieces.push({ text: text.slice(start, at), isMention: false }, { text: mention, isMention: true });
      start = at + mention.length;
    }
  }
  return [...pieces, { text: text.slice(start), isMention: false }].filter((piece) => piece.text !== '');
}
