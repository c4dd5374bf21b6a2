import type { Problem } from '../../../api/client';
import type { SavedState, VersionedText } from '../../../api/draftTexts';
import type { BaseText, Draft } from '../../../storage/drafts';
import { sameContent, type TextContent } from './content';
import { SaveQueue, type SavedText, type SaveOutcome, type SaveTask } from './saveQueue';

/** A text that a person has changed. */
export interface Edit extends TextContent {
  key: string;
  /** The version from which the person started. */
  base: BaseText;
  /** `waiting`: the service could not be reached; the save is repeated. */
  status: 'editing' | 'saving' | 'waiting' | 'refused' | 'conflict';
  problem: Problem | null;
  conflict: Conflict | null;
  /** The requested action, which a retry repeats. */
  pending: SaveRequest | null;
}

export interface SaveRequest {
  state: SavedState;
  confirm?: Record<string, string>;
}

/** Another person saved first. */
export interface Conflict {
  /** Absent if the text was removed. */
  theirs: VersionedText | null;
  base: VersionedText | null;
}

/** The store of local drafts. */
export interface DraftStore {
  load(): Promise<Map<string, Draft>>;
  keep(key: string, draft: Draft): Promise<void>;
  remove(key: string): Promise<void>;
}

interface Listeners {
  onSaved(key: string, text: SavedText): void;
  /** Drafts cannot be kept in this browser, for example in a private window. */
  onStorageFailure(error: unknown): void;
}

/** The changed texts of a person in one locale: kept locally on every change, until the service has stored them. */
export class EditSession {
  private edits: ReadonlyMap<string, Edit> = new Map();
  private readonly subscribers = new Set<() => void>();
  private readonly queue: SaveQueue;

  constructor(put: SaveTask, private readonly drafts: DraftStore, private readonly listeners: Listeners) {
    this.queue = new SaveQueue(put, (key, request, content, outcome) => this.finish(key, request, content, outcome));
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  };

  /** The same map until something changes. */
  readonly snapshot = (): ReadonlyMap<string, Edit> => this.edits;

  /** Restores the drafts of earlier sessions. What the person had asked to save is sent. */
  async restore(): Promise<void> {
    try {
      for (const [key, { pending, ...draft }] of await this.drafts.load()) {
        if (!this.edits.has(key)) {
          this.put({ key, ...draft, status: 'editing', problem: null, conflict: null, pending: null });
          if (pending) {
            void this.save(key, pending);
          }
        }
      }
    } catch (error) {
      this.listeners.onStorageFailure(error);
    }
  }

  /** Records what a person typed. A text that equals the loaded one again is no change. */
  change(key: string, loaded: BaseText, content: TextContent): void {
    const current = this.edits.get(key);
    const base = current?.base ?? loaded;
    const isSending = current?.status === 'saving' || current?.status === 'waiting';
    if (!isSending && sameContent(content, base)) {
      this.drop(key);
      return;
    }
    const edit: Edit = current
      ? { ...current, ...content, status: isSending || current.status === 'conflict' ? current.status : 'editing', problem: isSending ? current.problem : null }
      : { key, ...content, base, status: 'editing', problem: null, conflict: null, pending: null };
    this.put(edit);
    this.keep(edit);
  }

  /** Saves a changed text. A later save of the same text waits for this one and uses its version. */
  async save(key: string, request: SaveRequest): Promise<SaveOutcome['kind']> {
    const edit = this.edits.get(key);
    if (!edit) {
      return 'saved';
    }
    const saving: Edit = { ...edit, status: 'saving', problem: null, conflict: null, pending: request };
    this.put(saving);
    this.keep(saving);
    return this.queue.add(key, edit.base, { message: edit.message, description: edit.description }, request);
  }

  /** Saves an unchanged text again, for example to approve it. */
  saveUnchanged(key: string, loaded: BaseText, request: SaveRequest): Promise<SaveOutcome['kind']> {
    if (!this.edits.has(key)) {
      this.put({ key, message: loaded.message, description: loaded.description, base: loaded, status: 'editing', problem: null, conflict: null, pending: null });
    }
    return this.save(key, request);
  }

  /** Repeats a save that could not be sent, or was refused. */
  retry(key: string): void {
    const edit = this.edits.get(key);
    if (edit?.status === 'waiting') {
      this.queue.retryNow();
    } else if (edit?.pending) {
      void this.save(key, edit.pending);
    }
  }

  /** Sends everything that waits for the service, now. */
  retryWaiting(): void {
    this.queue.retryNow();
  }

  /** Continues from the version of another person, with the given content. */
  rebase(key: string, content: TextContent): void {
    const edit = this.edits.get(key);
    if (edit?.status === 'conflict') {
      const { theirs } = edit.conflict ?? {};
      const base: BaseText = theirs
        ? { message: theirs.text.message, description: theirs.text.description ?? '', syntax: theirs.text.syntax ?? edit.base.syntax, version: theirs.version }
        : { ...edit.base, message: '', description: '', version: 0 };
      const rebased: Edit = { ...edit, ...content, base, status: 'editing', conflict: null, problem: null };
      this.put(rebased);
      this.keep(rebased);
    }
  }

  /** Forgets a change. */
  drop(key: string): void {
    if (this.edits.has(key)) {
      const edits = new Map(this.edits);
      edits.delete(key);
      this.publish(edits);
      this.drafts.remove(key).catch((error: unknown) => this.listeners.onStorageFailure(error));
    }
  }

  close(): void {
    this.queue.close();
  }

  private finish(key: string, request: SaveRequest, sent: TextContent, outcome: SaveOutcome): void {
    const edit = this.edits.get(key);
    if (outcome.kind === 'saved') {
      this.finishSaved(key, edit, sent, outcome.text);
    } else if (edit) {
      const failed: Edit = {
        ...edit,
        pending: request,
        status: outcome.kind,
        problem: outcome.kind === 'waiting' ? null : outcome.problem,
        conflict: outcome.kind === 'conflict' ? outcome.conflict : null,
      };
      this.put(failed);
      this.keep(failed);
    }
  }

  private finishSaved(key: string, edit: Edit | undefined, sent: TextContent, text: SavedText): void {
    if (edit) {
      if (sameContent(edit, sent)) {
        this.drop(key);
      } else {
        const { message, description, syntax, version } = text;
        const status = this.queue.isBusy(key) ? 'saving' : 'editing';
        const next: Edit = { ...edit, base: { message, description, syntax, version }, status, problem: null, conflict: null, pending: null };
        this.put(next);
        this.keep(next);
      }
    }
    this.listeners.onSaved(key, text);
  }

  private keep({ key, message, description, base, status, pending }: Edit): void {
    const unsent = pending && (status === 'saving' || status === 'waiting') ? { pending } : {};
    this.drafts.keep(key, { message, description, base, ...unsent }).catch((error: unknown) => this.listeners.onStorageFailure(error));
  }

  private put(edit: Edit): void {
    this.publish(new Map(this.edits).set(edit.key, edit));
  }

  private publish(edits: ReadonlyMap<string, Edit>): void {
    this.edits = edits;
    this.subscribers.forEach((notify) => notify());
  }
}
