import { ApiError, UnreachableError, type Problem } from '../../../api/client';
import type { DraftText, VersionedText } from '../../../api/draftTexts';
import type { BaseText } from '../../../storage/drafts';
import { sameContent, type TextContent } from './content';
import type { Conflict, SaveRequest } from './editSession';

export type SaveOutcome =
  | { kind: 'saved'; text: SavedText }
  | { kind: 'conflict'; problem: Problem; conflict: Conflict }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'waiting' };

/** The identity and version of a stored text. */
export type SavedText = Pick<DraftText, 'message' | 'description' | 'syntax' | 'state' | 'version'>;

/** Sends one save to the service. Version 0 creates the text. */
export type SaveTask = (key: string, base: BaseText, version: number, content: TextContent, request: SaveRequest) => Promise<SavedText>;

type Finish = (key: string, request: SaveRequest, content: TextContent, outcome: SaveOutcome) => void;

interface Entry {
  base: BaseText;
  content: TextContent;
  request: SaveRequest;
  /** Those who wait for the outcome, also of saves that this one replaced. */
  waiters: ((outcome: SaveOutcome['kind']) => void)[];
}

interface Line {
  version: number;
  isSending: boolean;
  /** The newest save replaces those that have not been sent. */
  next: Entry | null;
}

const FIRST_RETRY_MILLISECONDS = 2_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;
/** The service is there, but cannot work at the moment. */
const TEMPORARY = new Set([429, 502, 503, 504]);

/** Sends saves, one at a time for each text, and repeats those that could not be sent. */
export class SaveQueue {
  private readonly lines = new Map<string, Line>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private delay = FIRST_RETRY_MILLISECONDS;

  constructor(private readonly put: SaveTask, private readonly finish: Finish) {}

  /** Sends a save as soon as the former one of the same text has ended, and returns its first outcome. */
  add(key: string, base: BaseText, content: TextContent, request: SaveRequest): Promise<SaveOutcome['kind']> {
    const line = this.lines.get(key) ?? { version: base.version, isSending: false, next: null };
    this.lines.set(key, line);
    return new Promise((resolve) => {
      line.next = { base, content, request, waiters: [...(line.next?.waiters ?? []), resolve] };
      if (!line.isSending) {
        line.version = base.version;
        void this.send(key, line);
      }
    });
  }

  isBusy(key: string): boolean {
    const line = this.lines.get(key);
    return line !== undefined && (line.isSending || line.next !== null);
  }

  private hasNext(key: string): boolean {
    return (this.lines.get(key)?.next ?? null) !== null;
  }

  /** Sends what is waiting, without a further delay. */
  retryNow(): void {
    this.delay = FIRST_RETRY_MILLISECONDS;
    this.sendWaiting();
  }

  close(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
  }

  private async send(key: string, line: Line): Promise<void> {
    const entry = line.next;
    if (entry === null) {
      this.lines.delete(key);
      return;
    }
    line.next = null;
    line.isSending = true;
    const outcome = await this.attempt(key, line.version, entry);
    line.isSending = false;
    if (outcome.kind === 'waiting') {
      line.next ??= entry;
      this.retryLater();
    } else if (outcome.kind === 'saved') {
      line.version = outcome.text.version;
      this.delay = FIRST_RETRY_MILLISECONDS;
      if (!this.hasNext(key)) {
        this.lines.delete(key);
      }
    } else {
      // A later save would fail for the same reason; the person decides.
      this.lines.delete(key);
    }
    this.finish(key, entry.request, entry.content, outcome);
    entry.waiters.splice(0).forEach((resolve) => resolve(outcome.kind));
    if (outcome.kind === 'saved' && this.hasNext(key)) {
      void this.send(key, line);
    }
  }

  private async attempt(key: string, version: number, { base, content, request }: Entry): Promise<SaveOutcome> {
    try {
      return { kind: 'saved', text: await this.put(key, base, version, content, request) };
    } catch (error) {
      if (error instanceof UnreachableError || (error instanceof ApiError && TEMPORARY.has(error.status))) {
        return { kind: 'waiting' };
      }
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (error.status !== 412) {
        return { kind: 'refused', problem: error.problem };
      }
      const conflict: Conflict = { theirs: versioned(error.problem['theirs']), base: versioned(error.problem['base']) };
      const saved = savedEarlier(conflict.theirs, content, request);
      return saved ? { kind: 'saved', text: saved } : { kind: 'conflict', problem: error.problem, conflict };
    }
  }

  private retryLater(): void {
    if (this.timer === null) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.delay = Math.min(this.delay * 2, LONGEST_RETRY_MILLISECONDS);
        this.sendWaiting();
      }, this.delay);
    }
  }

  private sendWaiting(): void {
    this.close();
    for (const [key, line] of this.lines) {
      if (!line.isSending && line.next !== null) {
        void this.send(key, line);
      }
    }
  }
}

function versioned(member: unknown): VersionedText | null {
  return typeof member === 'object' && member !== null && 'text' in member ? (member as VersionedText) : null;
}

/** Returns the stored text if it is this one: its response was lost, and the save was repeated. */
function savedEarlier(theirs: VersionedText | null, content: TextContent, { state }: SaveRequest): SavedText | null {
  if (!theirs || theirs.text.state !== state) {
    return null;
  }
  const { message, description, syntax } = theirs.text;
  const text = { message, description: description ?? '', syntax: syntax ?? 'icu', state, version: theirs.version };
  return sameContent(text, content) ? text : null;
}
