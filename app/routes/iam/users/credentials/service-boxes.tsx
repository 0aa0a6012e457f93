import { Loading } from '~/components/loading'
import { Soon } from '~/components/ui/soon'
import { lazily } from '~/lib/lazily'

const Boxes = lazily(async () => (await import('./boxes/boxes')).Boxes)

/** Below what most people come for, and so loaded by itself. */
export const ServiceBoxes = ({ name }: { name: string }) => (
  <Soon fallback={<Loading what="credentials for services" />}>
    <Boxes name={name} />
  </Soon>
)
