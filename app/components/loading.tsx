import StatusIndicator from '@cloudscape-design/components/status-indicator'

/** In place of an answer that is on its way: `the role`. */
export const Loading = ({ what }: { what: string }) => (
  <StatusIndicator type="loading">Loading {what}</StatusIndicator>
)
