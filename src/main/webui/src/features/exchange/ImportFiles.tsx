import { useState } from 'react';
import { Button } from 'react-aria-components';
import { UnreachableError } from '../../api/client';
import { useImport, type ImportOptions, type Upload } from '../../api/imports';
import { usePermission } from '../../api/permissions';
import { FocusedHeading } from '../../components/FocusedHeading';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { DetectedFiles } from './DetectedFiles';
import { FileDrop } from './FileDrop';
import { ImportDone } from './ImportDone';
import { ImportOptionFields } from './ImportOptionFields';
import { ImportPlan } from './ImportPlan';
import { ImportProblem } from './ImportProblem';
import { ImportProgress } from './ImportProgress';
import { DEFAULT_OPTIONS, storedCount } from './plan';
import { randomKey } from './randomKey';
import { pack, type PickedFile } from './uploads';

/** Imports files in three steps: choose them, see what changes, store it. */
export function ImportFiles({ catalog }: { catalog: string }) {
  const { t } = useLabels();
  const mayImport = usePermission(catalog, 'import');
  const [upload, setUpload] = useState<Upload | null>(null);
  const [fileCount, setFileCount] = useState(0);
  const [options, setOptions] = useState(DEFAULT_OPTIONS);
  const [processed, setProcessed] = useState(0);
  // The same key as long as the plan is the same: an import whose response was lost is not repeated.
  const [idempotencyKey, setIdempotencyKey] = useState(randomKey);
  const plan = useImport(catalog, setProcessed);
  const apply = useImport(catalog, setProcessed);

  const read = (files: Upload, using: ImportOptions) => {
    setUpload(files);
    setOptions(using);
    setProcessed(0);
    setIdempotencyKey(randomKey());
    apply.reset();
    plan.mutate({ upload: files, options: using, dryRun: true });
  };
  const pick = async (files: PickedFile[]) => {
    const packed = await pack(files);
    if (packed) {
      setFileCount(files.length);
      read(packed, { ...options, mapping: null });
    }
  };
  const restart = () => {
    setUpload(null);
    setOptions(DEFAULT_OPTIONS);
    plan.reset();
    apply.reset();
  };
  const store = (comment: string) => {
    if (upload) {
      setProcessed(0);
      apply.mutate({ upload, options, dryRun: false, comment, idempotencyKey });
    }
  };

  // The same files have the same problem again, unless the service could not be reached.
  const retryOf = (error: unknown) => (error instanceof UnreachableError && upload ? { onRetry: () => read(upload, options) } : {});

  if (mayImport === false) {
    return <p className="exchange-notice">{t('exchange.notImporter')}</p>;
  }
  if (!upload) {
    return <FileDrop onPick={pick} />;
  }
  if (apply.data?.revision !== undefined && apply.data.revision !== null && apply.data.counts) {
    return (
      <ImportDone catalog={catalog} revision={apply.data.revision} stored={storedCount(apply.data.counts, options)}
        locale={apply.data.files?.find(({ locale }) => locale)?.locale} onRestart={restart} />
    );
  }
  const planned = plan.data;
  return (
    <>
      <div className="exchange-upload">
        <FocusedHeading>
          {fileCount > 1 ? t('exchange.files', { count: fileCount }) : <bdi>{upload.name}</bdi>}
        </FocusedHeading>
        <Button className="button" onPress={restart} isDisabled={apply.isPending}>{t('exchange.change')}</Button>
      </div>
      {plan.isPending && <ImportProgress label={t('exchange.reading')} processed={processed} />}
      {plan.isError && <ProblemMessage error={plan.error} {...retryOf(plan.error)} />}
      {planned && planned.status !== 'done' && <ImportProblem run={planned} />}
      {planned?.files && (
        <DetectedFiles catalog={catalog} files={planned.files} onMapping={(mapping) => read(upload, { ...options, mapping })} />
      )}
      {!plan.isPending && (
        <ImportOptionFields catalog={catalog} options={options} isDisabled={apply.isPending} onChange={(it) => read(upload, it)} />
      )}
      {planned?.counts && planned.status === 'done' && (
        <ImportPlan key={planned.id} catalog={catalog} id={planned.id} counts={planned.counts} newLocales={planned.newLocales ?? []}
          options={options} progress={apply.isPending ? processed : null} onOptions={(it) => read(upload, it)} onApply={store} />
      )}
      {apply.isError && <ProblemMessage error={apply.error} {...retryOf(apply.error)} />}
      {apply.data && <ImportProblem run={apply.data} />}
    </>
  );
}
