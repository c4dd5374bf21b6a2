import { createRoot } from 'react-dom/client';
import '../../resources/web/tokens.css';
import './design/base.css';
import './design/controls.css';
import { App } from './App';
import { applyTheme, rememberedTheme } from './theme';

applyTheme(rememberedTheme());
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<App />);
}
