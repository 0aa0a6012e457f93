/** The router, for what is no part of the pages; set once there is one. */
type Router = {
  navigate(address: string): Promise<void> | void
  /** The path that one is on the way to, or at. */
  destination(): string
}

let router: Router = {
  navigate: (address) => window.location.assign(address),
  destination: () => window.location.pathname,
}

export const setRouter = (next: Router) => {
  router = next
}

/** Goes there as a link does, in the world one is in. */
export const goTo = async (address: string) => router.navigate(address)

/** Known from the click on, while the page is drawn some time later. */
export const destination = () => router.destination()
