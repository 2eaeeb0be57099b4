import type { SentMessage } from '@sallyport/simulator'
import { CodeActions, type CodeActionsProps } from './code-actions.tsx'

export interface NotificationProps extends Omit<CodeActionsProps, 'code' | 'what'> {
  message: SentMessage
}

/** A text message or an email on the phone. */
export function Notification({ message, ...actions }: NotificationProps) {
  const { medium, destination, code, text } = message
  const mail = medium === 'EMAIL'
  return (
    <li className="notification" data-medium={medium}>
      <p className="notification-from">
        <svg className="app-icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d={mail ? envelope : bubble} />
        </svg>
        <span>{mail ? 'Mail' : 'Messages'}</span>
        <span className="notification-to" dir="ltr">
          {destination}
        </span>
      </p>
      <p className="notification-text">
        {text ?? (
          <>
            Nightjar: your sign-in code is{' '}
            <strong className="code" dir="ltr">
              {code}
            </strong>
          </>
        )}
      </p>
      <CodeActions code={code} what={mail ? 'the e-mail’s code' : 'the texted code'} {...actions} />
    </li>
  )
}

const bubble = 'M4 5h16v11H10l-5 4v-4H4Z'
const envelope = 'M3 5h18v14H3Zm0 1 9 7 9-7'
