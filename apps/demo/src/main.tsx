import './styles/reset.css'
import '@sallyport/sign-in/styles.css'
import './styles/playground.css'
import './styles/phone.css'
import './styles/session.css'
import './styles/nightjar.css'
import './styles/tonight.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { applySettings } from './settings/apply-settings.ts'

// Before the first paint, so that no other theme is visible first.
applySettings()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
