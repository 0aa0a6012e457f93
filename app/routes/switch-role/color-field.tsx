import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { ColorSquare } from '~/components/role-color'
import { Place } from '~/components/ui/place'
import { place } from '~/lib/places'
import { feature, word } from '~/lib/words'
import { colors } from './colors'

type Props = { value: string; onChange: (color: string) => void }

/** What the form begins with when no link says otherwise. */
export const firstColor = () =>
  feature('switchRole.color') === 'squares' ? colors[0].value : ''

export const ColorField = (props: Props) =>
  feature('switchRole.color') === 'squares' ? (
    <ColorSquares {...props} />
  ) : (
    <ColorList {...props} />
  )

const options = [
  { value: '', label: 'None' },
  ...colors.map(({ value, label }) => ({
    value,
    label,
    iconSvg: <ColorSquare color={value} />,
  })),
]

const ColorList = ({ value, onChange }: Props) => (
  <FormField
    label={word('switchRole.color')}
    description="Shown in the navigation bar while the role is active."
  >
    <Place id="switchRole.color">
      <Select
        options={options}
        triggerVariant="option"
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </Place>
  </FormField>
)

/** A row of squares, each with a letter on its colour. */
const ColorSquares = ({ value, onChange }: Props) => (
  <FormField label={word('switchRole.color')}>
    <div
      role="radiogroup"
      aria-label={word('switchRole.color')}
      className="u-color-squares"
      {...place('switchRole.color')}
    >
      {colors.map((color) => (
        <label key={color.value} style={{ backgroundColor: `#${color.value}` }}>
          <input
            type="radio"
            name="color"
            aria-label={color.label}
            checked={color.value === value}
            onChange={() => onChange(color.value)}
          />
          <span aria-hidden="true">a</span>
        </label>
      ))}
    </div>
  </FormField>
)
