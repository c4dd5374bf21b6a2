import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { useAnnounce } from './Announcements';

/** Copies a text to the clipboard. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(t('common.copied'));
    } catch {
      // Browsers offer the clipboard to secure pages only.
      announce(t('common.copyFailed'));
    }
  };
  return (
    <Button className="button" onPress={() => void copy()}>
      {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      {t('common.copy')}
    </Button>
  );
}
