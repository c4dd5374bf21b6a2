import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { DraftRow } from '../../../api/draftRows';
import type { Finding } from '../../../api/draftTexts';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { Skeleton } from '../../../components/Skeleton';
import type { AfterSave, PatternEditorHandle } from '../contract';
import type { TextContent } from '../editing/content';
import { useWorkspace } from '../workspace';
import { ConflictPanel } from './ConflictPanel';
import { Findings } from './Findings';
import { isListedOnPage } from './listedFindings';
import { MessageHeader } from './MessageHeader';
import { ReadOnlyText } from './ReadOnlyText';
import { SaveBar } from './SaveBar';
import { SaveStatus } from './SaveStatus';
import { SourceSection } from './SourceSection';
import { TextForm } from './TextForm';
import { useOpenText } from './useOpenText';
import { useSaving } from './useSaving';

/** The actions on the open text for the keyboard, the context panel and the page. */
export interface EditorCommands {
  focus(): void;
  save(then: AfterSave): void;
  /** Replaces the text with a suggestion. */
  use(text: string): void;
  useSource(): void;
  insert(text: string): void;
  insertArgument(number: number): void;
  ignoreFinding(number: number): void;
  clear(): void;
  toggleSource(): void;
  /** Whether there are changes that a review would not see. */
  hasChanges(): boolean;
}

interface Props {
  messageKey: string;
  isListed: boolean;
  autoFocus: boolean;
  reviewError: unknown;
  openNext: () => Promise<DraftRow | null>;
  onReject: () => void;
  ref: Ref<EditorCommands>;
}

/** The open message: its source, its text, and what can be done with it. */
export function EditorPane({ messageKey: key, isListed, autoFocus, reviewError, openNext, onReject, ref }: Props) {
  const { edits, locale, permissions } = useWorkspace();
  const { open, error, retry } = useOpenText(key);
  const { save, ignore, ignored } = useSaving(open, openNext);
  const [asked, setAsked] = useState<string | null>(null);
  const pattern = useRef<PatternEditorHandle>(null);

  const change = (content: TextContent) => {
    if (open && permissions.translate) {
      edits.change(key, open.loaded, content);
    }
  };
  const use = (text: string) => {
    change({ message: text, description: open?.content.description ?? '' });
    pattern.current?.focus();
  };
  const findings = (open?.findings ?? []).filter((it) => !ignored.has(it.check) && isListedOnPage(it));
  const fix = ({ part }: Finding, corrected: string) => {
    if (open) {
      const { message, description } = open.content;
      change({ message, description, [part]: corrected });
      pattern.current?.focus();
    }
  };

  useImperativeHandle(ref, () => ({
    focus: () => pattern.current?.focus(),
    save: (then) => void save(then),
    use,
    useSource: () => open?.source && use(open.source.message),
    insert: (text) => pattern.current?.insert(text),
    insertArgument: (number) => {
      const argument = open?.message.arguments?.[number - 1];
      if (argument) {
        pattern.current?.insert(`{${argument.name}}`);
      }
    },
    ignoreFinding: (number) => {
      const finding = findings[number - 1];
      if (finding?.severity === 'warning') {
        setAsked(finding.check);
      }
    },
    clear: () => pattern.current?.clear(),
    toggleSource: () => pattern.current?.toggleSource(),
    hasChanges: () => open?.edit !== undefined,
  }));

  if (error) {
    return <ProblemMessage error={error} onRetry={retry} />;
  }
  if (!open) {
    return <Skeleton lines={9} />;
  }
  const { edit } = open;
  return (
    <article className="translate-open">
      <MessageHeader message={open.message} text={open.text} isListed={isListed} />
      <SourceSection message={open.message} source={open.source} text={open.text} />
      {permissions.translate ? (
        <div className="translate-edit" data-area="editor">
          {edit?.status === 'conflict' && (
            <ConflictPanel
              edit={edit}
              lang={locale}
              onTakeTheirs={() => {
                edits.drop(key);
                retry();
              }}
              onResolve={(content, isFinal) => {
                edits.rebase(key, content);
                if (isFinal && edit.pending) {
                  void edits.save(key, edit.pending);
                } else {
                  pattern.current?.focus();
                }
              }}
            />
          )}
          <TextForm open={open} editor={pattern} autoFocus={autoFocus} onChange={change} onSave={(then) => void save(then)} />
          <SaveStatus open={open} onRetry={() => edits.retry(key)} />
          {reviewError ? <ProblemMessage error={reviewError} /> : null}
          <Findings
            findings={findings}
            asked={asked}
            onAsk={setAsked}
            onFix={fix}
            onIgnore={(check, reason) => {
              setAsked(null);
              ignore(check, reason);
              pattern.current?.focus();
            }}
          />
          <SaveBar
            open={open}
            onSaveAndNext={() => void save('next')}
            onSave={() => void save('stay')}
            onSaveDraft={() => void save('stay', 'draft')}
            onApprove={() => void save('approve')}
            onReject={onReject}
            onDiscard={() => edits.drop(key)}
          />
        </div>
      ) : <ReadOnlyText open={open} />}
    </article>
  );
}
