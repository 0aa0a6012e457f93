import { Link } from 'react-router'

import { Popup } from '~/components/ui/popup'
import { word } from '~/lib/words'
import { isPlaceId, place } from '~/lib/places'
import { services } from '~/lib/services'
import type { ConsoleService } from '~/lib/services'

const categories = [...new Set(services.map(({ category }) => category))]

/** Every service there is here, by category. */
export const ServicesMenu = () => (
  <Popup
    label={word('nav.services')}
    place="nav.services"
    align="start"
    wide
    trigger={<GridIcon />}
  >
    {(close) => (
      <nav aria-label="Services" className="u-services">
        {categories.map((category) => (
          <section key={category}>
            <h2>{category}</h2>
            {services
              .filter((service) => service.category === category)
              .map((service) => (
                <ServiceLink key={service.id} service={service} onFollow={close} />
              ))}
          </section>
        ))}
      </nav>
    )}
  </Popup>
)

const dots = [1, 6, 11]

const GridIcon = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
    {dots.flatMap((y) =>
      dots.map((x) => <rect key={`${x} ${y}`} x={x} y={y} width="4" height="4" rx="0.5" />)
    )}
  </svg>
)

const placeOf = (id: string) => {
  const known = `nav.services.${id}`
  return isPlaceId(known) ? place(known) : {}
}

type Props = { service: ConsoleService; onFollow: () => void }

const ServiceLink = ({ service, onFollow }: Props) => (
  <Link to={service.href} className="u-service" onClick={onFollow} {...placeOf(service.id)}>
    <ServiceIcon id={service.id} />
    <span>
      <strong>{service.name}</strong>
      <small>{service.description}</small>
    </span>
  </Link>
)

/** A coloured tile with the service's first letter: a sign of our own, not AWS's. */
export const ServiceIcon = ({ id }: { id: string }) => (
  <span className={`u-service-icon u-service-icon-${id}`} aria-hidden="true">
    {id.charAt(0).toUpperCase()}
  </span>
)
