import AppLayout from '@cloudscape-design/components/app-layout'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import SideNavigation from '@cloudscape-design/components/side-navigation'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'

import { useFollow } from '~/components/app-link'
import { ConfirmModal } from '~/components/confirm-modal'
import { Flashes } from '~/components/flashes'
import { IamSearch } from '~/components/search/iam-search'
import { TopBar } from '~/components/top-bar/top-bar'
import { Soon } from '~/components/ui/soon'
import { accountOfHost } from '~/lib/aws-host'
import { lazily } from '~/lib/lazily'
import { pb } from '~/lib/path-builder'
import { setHelpOpen, useHelpStore } from '~/stores/help'
import { callerKey, hasExpired, useIdentityStore } from '~/stores/identity'

import { usePageFrame } from '../handle'
import type { PageFrame } from '../handle'
import { activeHref, markPlaces, navigationOf } from './navigation'
import { ConsoleFooter } from './console-footer'
import { useArrival } from './use-arrival'

const ConsoleHelp = lazily(
  async () => (await import('~/components/help/help-panel')).ConsoleHelp
)

/** Everything around a page of the console, for somebody who is signed in. */
export default function ConsoleLayout() {
  const { pathname, search } = useLocation()
  const signedIn = useIdentityStore((state) => state.signIn !== undefined)
  // who signs out is not asked to come back here; who was never signed in, or no longer, is
  const [arrivedSignedIn] = useState(signedIn)
  if (!signedIn) {
    const isWanted = !arrivedSignedIn || hasExpired()
    const next = isWanted ? { next: `${pathname}${search}` } : {}
    const account = accountOfHost(window.location.hostname)
    return <Navigate to={pb.signIn({ ...next, ...(account ? { account } : {}) })} replace />
  }
  return <ConsoleFrame />
}

/** Cloudscape draws the side navigation over the page, and closes it behind a link in it. */
const COVERED = '(width <= 688px)'

function ConsoleFrame() {
  const frame = usePageFrame()
  const { pathname } = useLocation()
  const follow = useFollow()
  const [navigationOpen, setNavigationOpen] = useState(true)
  const helpOpen = useHelpStore((state) => state.open)
  const topic = useHelpStore((state) => state.topic)
  // a page keeps nothing of what the identity before was shown
  const caller = useIdentityStore(callerKey)
  const announcement = useArrival(frame)
  const navigation = navigationOf(frame.service)
  const uncover = () => {
    if (window.matchMedia(COVERED).matches) setNavigationOpen(false)
  }
  return (
    <>
      <TopBar />
      <AppLayout
        headerSelector="#top-bar"
        footerSelector="#footer"
        contentType={frame.contentType ?? 'default'}
        navigationHide={!navigation}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={
          navigation && (
            <div key={frame.service} ref={markPlaces}>
              <SideNavigation
                {...navigation}
                itemsControl={
                  frame.service === 'iam' ? <IamSearch onFollow={uncover} /> : undefined
                }
                activeHref={activeHref(navigation, pathname) ?? pathname}
                onFollow={follow}
              />
            </div>
          )
        }
        breadcrumbs={<Breadcrumbs frame={frame} />}
        notifications={<Flashes />}
        stickyNotifications
        toolsOpen={helpOpen}
        onToolsChange={({ detail }) => setHelpOpen(detail.open)}
        tools={
          helpOpen && (
            <Soon fallback={<Spinner />}>
              <ConsoleHelp topic={topic ?? frame.help} />
            </Soon>
          )
        }
        ariaLabels={{
          navigation: 'Side navigation',
          navigationToggle: 'Open side navigation',
          navigationClose: 'Close side navigation',
          notifications: 'Notifications',
          tools: 'Help panel',
          toolsToggle: 'Open help panel',
          toolsClose: 'Close help panel',
        }}
        content={<Outlet key={caller} />}
      />
      <ConsoleFooter />
      <ConfirmModal />
      <div className="u-hidden" aria-live="polite">
        {announcement}
      </div>
    </>
  )
}

function Breadcrumbs({ frame }: { frame: PageFrame }) {
  const follow = useFollow()
  if (frame.crumbs.length < 2) return null
  return (
    <BreadcrumbGroup
      ariaLabel="Breadcrumbs"
      items={frame.crumbs.map(({ text, href = '#' }) => ({ text, href }))}
      onFollow={follow}
    />
  )
}
