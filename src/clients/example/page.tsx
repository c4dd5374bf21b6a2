import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createParlance } from '../typescript/src/index.js';
import { indexedDbStorage } from '../typescript/src/indexeddb.js';
import { ParlanceProvider, useParlance } from '../typescript/src/react.js';

const root = document.getElementById('root')!;
const parlance = createParlance({ url: root.dataset.service!, catalog: 'exchange', locale: 'ja', storage: indexedDbStorage() });

function OrderForm() {
  const [problem, setProblem] = useState<unknown>();
  const texts = useParlance();
  async function order() {
    const response = await fetch('/orders', { method: 'POST' });
    setProblem(await response.json());
  }
  return (
    <main>
      <p id="status">{texts.text('0000')}</p>
      <button onClick={order}>+</button>
      {problem !== undefined && <p role="alert">{texts.problem(problem)}</p>}
    </main>
  );
}

void parlance.ready.then(() => createRoot(root).render(<ParlanceProvider client={parlance}><OrderForm /></ParlanceProvider>));
