import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { AppButton, useFollow } from '~/components/app-link'
import { ButtonRow } from '~/components/ui/button-row'
import { Place } from '~/components/ui/place'
import { type PlaceId, placeButton, type PlacesOf } from '~/lib/places'
import { feature, word } from '~/lib/words'

/** Whose places they are: `iam.role`. */
export type PolicyHolder = PlacesOf<'addPermissions'> &
  PlacesOf<'removePolicies'> &
  PlacesOf<'simulate'>

const menu = {
  'iam.role': {
    attach: 'iam.role.permissions.attach',
    inline: 'iam.role.permissions.addInline',
  },
  'iam.user': {
    attach: 'iam.user.permissions.add',
    inline: 'iam.user.permissions.addInline',
  },
  'iam.group': {},
} as const

type Props = {
  place: PolicyHolder
  attachHref: string
  attachLabel: string
  inlineHref?: string
  simulateHref: string
  canRemove: boolean
  onRemove: () => void
}

/** What can be done about the policies that somebody has. */
export function HeldPolicyActions({
  attachHref,
  attachLabel,
  inlineHref,
  simulateHref,
  place,
  canRemove,
  onRemove,
}: Props) {
  const follow = useFollow()
  const { attach, inline }: { attach?: PlaceId; inline?: PlaceId } = menu[place]
  const asButtons =
    feature('permissions.add') === 'buttons' && attach && inlineHref && inline
  const others = (
    <>
      <AppButton href={simulateHref} place={`${place}.simulate`} />
      <Button
        disabled={!canRemove}
        onClick={onRemove}
        {...placeButton(`${place}.removePolicies`)}
      >
        Remove
      </Button>
    </>
  )
  return (
    <ButtonRow>
      {!asButtons && others}
      {asButtons ? (
        <AddButtons {...{ place, attachHref, attach, inlineHref, inline }} />
      ) : (
        <Place id={`${place}.addPermissions`}>
          <ButtonDropdown
            items={[
              {
                id: 'attach',
                text: attach ? word(attach) : attachLabel,
                href: attachHref,
              },
              ...(inlineHref
                ? [
                    {
                      id: 'inline',
                      text: inline ? word(inline) : 'Create inline policy',
                      href: inlineHref,
                    },
                  ]
                : []),
            ]}
            onItemFollow={follow}
          >
            {word(`${place}.addPermissions`)}
          </ButtonDropdown>
        </Place>
      )}
      {asButtons && others}
    </ButtonRow>
  )
}

type AddProps = {
  place: PolicyHolder
  attachHref: string
  attach: PlaceId
  inlineHref: string
  inline: PlaceId
}

/** Each way to add permissions has its own button; a user's have one that leads to all others. */
const AddButtons = ({ place, attachHref, attach, inlineHref, inline }: AddProps) => (
  <>
    <AppButton
      href={attachHref}
      variant="primary"
      place={place === 'iam.user' ? 'iam.user.addPermissions' : attach}
    />
    <AppButton href={inlineHref} variant="link" iconName="add-plus" place={inline} />
  </>
)
