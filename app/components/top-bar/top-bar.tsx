import Icon from '@cloudscape-design/components/icon'
import { Link } from 'react-router'

import { SearchBox } from '~/components/search/search-box'
import { pb } from '~/lib/path-builder'
import { place } from '~/lib/places'
import { setHelpOpen, useHelpStore } from '~/stores/help'

import { AccountMenu } from './account-menu'
import { ServicesMenu } from './services-menu'
import { SettingsMenu } from './settings-menu'

/** The bar on top of every page of the console. */
export function TopBar() {
  const helpOpen = useHelpStore((state) => state.open)
  return (
    <header id="top-bar" className="u-bar">
      <Link
        to={pb.consoleHome()}
        className="u-bar-home"
        aria-label="Understudy console home"
        {...place('nav.home')}
      >
        <img src="/mark.svg" alt="" width="26" height="26" />
      </Link>
      <span className="u-bar-simulation">simulation</span>
      <ServicesMenu />
      <SearchBox />
      <div className="u-bar-end">
        <button
          type="button"
          className="u-bar-button"
          aria-label="Help"
          title="Help"
          aria-expanded={helpOpen}
          {...place('nav.help')}
          onClick={() => setHelpOpen(!helpOpen)}
        >
          <Icon name="support" />
        </button>
        <SettingsMenu />
        <span className="u-bar-region" title="IAM does not require Region selection">
          Global
        </span>
        <AccountMenu />
      </div>
    </header>
  )
}
