import { directions, type Settings, themes, transports } from '../settings/settings.ts'
import { changeSettings } from '../settings/use-settings.ts'

/** How the page looks and which way its requests go. */
export function Switches({ settings: { theme, dir, transport } }: { settings: Settings }) {
  return (
    <div className="switches" role="group" aria-label="Options">
      <Switch
        label="Theme"
        value={theme}
        values={themes}
        words={{ system: 'System', light: 'Light', dark: 'Dark' }}
        onChange={(next) => changeSettings({ theme: next })}
      />
      <Switch
        label="Direction"
        value={dir}
        values={directions}
        words={{ ltr: 'LTR', rtl: 'RTL' }}
        onChange={(next) => changeSettings({ dir: next })}
      />
      <Switch
        label="Transport"
        value={transport}
        values={transports}
        words={{ 'aws-sdk': 'AWS SDK', fetch: 'fetch' }}
        onChange={(next) => changeSettings({ transport: next })}
      />
    </div>
  )
}

interface SwitchProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  words: Record<Value, string>
  onChange: (value: Value) => void
}

function Switch<Value extends string>({
  label,
  value,
  values,
  words,
  onChange,
}: SwitchProps<Value>) {
  return (
    <label className="switch">
      <span className="switch-label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </label>
  )
}
