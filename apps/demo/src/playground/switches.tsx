import { directions, type Settings, themes, transports } from '../settings/settings.ts'
import { changeSettings } from '../settings/use-settings.ts'

/** Switches for theme, direction and transport. */
export function Switches({ settings: { theme, dir, transport } }: { settings: Settings }) {
  return (
    <div className="switches" role="group" aria-label="Options">
      <Switch
        label="Theme"
        value={theme}
        values={themes}
        labels={{ system: 'System', light: 'Light', dark: 'Dark' }}
        onChange={(next) => changeSettings({ theme: next })}
      />
      <Switch
        label="Direction"
        value={dir}
        values={directions}
        labels={{ ltr: 'LTR', rtl: 'RTL' }}
        onChange={(next) => changeSettings({ dir: next })}
      />
      <Switch
        label="Transport"
        value={transport}
        values={transports}
        labels={{ 'aws-sdk': 'AWS SDK', fetch: 'fetch' }}
        onChange={(next) => changeSettings({ transport: next })}
      />
    </div>
  )
}

interface SwitchProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  labels: Record<Value, string>
  onChange: (value: Value) => void
}

function Switch<Value extends string>({
  label,
  value,
  values,
  labels,
  onChange,
}: SwitchProps<Value>) {
  return (
    <label className="switch">
      <span className="switch-label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {labels[each]}
          </option>
        ))}
      </select>
    </label>
  )
}
