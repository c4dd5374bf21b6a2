import { AlertTriangle, CircleAlert, Info } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { Finding } from '../../../api/draftTexts';
import { Field } from '../../../components/Field';
import { useLabels } from '../../../labels/LabelProvider';

interface Props {
  findings: Finding[];
  /** The check whose reason is being typed. */
  asked: string | null;
  onAsk: (check: string | null) => void;
  onFix: (finding: Finding, fix: string) => void;
  onIgnore: (check: string, reason: string) => void;
}

const ICONS = { error: CircleAlert, warning: AlertTriangle, information: Info };

/** Lists findings, with buttons to correct or ignore them. The pattern editor marks their positions. */
export function Findings({ findings, asked, onAsk, onFix, onIgnore }: Props) {
  const { t } = useLabels();
  if (findings.length === 0) {
    return null;
  }
  return (
    <ol className="translate-findings" aria-label={t('translate.findings')}>
      {findings.map((finding, index) => {
        const { check, severity, part, start, title, detail, fix } = finding;
        const Icon = ICONS[severity];
        return (
          <li key={`${check} ${part} ${start} ${index}`} className={`translate-finding ${severity}`}>
            <Icon aria-hidden size={16} />
            <p><span className="visually-hidden">{t('translate.severity', { severity })} </span><strong>{title}</strong> {part === 'description' && <span className="muted">{detail}</span>}</p>
            <div className="translate-actions">
              {fix != null && <Button className="button small" onPress={() => onFix(finding, fix)}>{t('translate.correct')}</Button>}
              {severity === 'warning' && asked !== check && <Button className="button small quiet" onPress={() => onAsk(check)}>{t('translate.ignore')}</Button>}
            </div>
            {severity === 'warning' && asked === check && <Reason onCancel={() => onAsk(null)} onGiven={(reason) => onIgnore(check, reason)} />}
          </li>
        );
      })}
    </ol>
  );
}

function Reason({ onGiven, onCancel }: { onGiven: (reason: string) => void; onCancel: () => void }) {
  const { t } = useLabels();
  const [reason, setReason] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) {
      onGiven(reason.trim());
    }
  };
  return (
    <form className="translate-reason" onSubmit={give}>
      <Field label={t('translate.ignoreReason')} value={reason} onChange={setReason} autoFocus maxLength={500} />
      <div className="translate-actions">
        <Button type="submit" className="button small" isDisabled={!reason.trim()}>{t('translate.ignoreWithReason')}</Button>
        <Button className="button small quiet" onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
