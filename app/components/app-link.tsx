import Button from '@cloudscape-design/components/button'
import type { ButtonProps } from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import type { LinkProps } from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { word } from '~/lib/words'
import { placeButton, placeLink } from '~/lib/places'
import type { PlaceId } from '~/lib/places'

type FollowEvent = {
  detail: { href?: string | undefined; external?: boolean | undefined }
  preventDefault(): void
}

/** An `onFollow` for any Cloudscape component: our own addresses stay in this tab. */
export function useFollow() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return (event: FollowEvent) => {
    const { href, external } = event.detail
    if (!href?.startsWith('/') || external) return
    event.preventDefault()
    // some pages send one back to where one came from
    void navigate(href, { state: { from: `${pathname}${search}` } })
  }
}

type AppLinkProps = Pick<
  LinkProps,
  'variant' | 'fontSize' | 'ariaLabel' | 'external' | 'color'
> & {
  href: string
  place?: PlaceId
  children: ReactNode
}

export function AppLink({ place, ...props }: AppLinkProps) {
  return <Link {...props} {...(place ? placeLink(place) : {})} onFollow={useFollow()} />
}

type AppButtonProps = Pick<
  ButtonProps,
  'variant' | 'disabled' | 'disabledReason' | 'iconName' | 'ariaLabel' | 'formAction'
> & {
  href: string
  place?: PlaceId
  children?: ReactNode
}

/** A place has its own word. */
export function AppButton({ place, children, ...props }: AppButtonProps) {
  return (
    <Button {...props} {...(place ? placeButton(place) : {})} onFollow={useFollow()}>
      {children ?? (place && word(place))}
    </Button>
  )
}
