import { pb } from '~/lib/path-builder'
import { Link } from 'react-router'

export const ConsoleFooter = () => (
  <footer id="footer" className="u-footer">
    <Link to={pb.notBuilt('console', 'CloudShell')}>CloudShell</Link>
    <Link to={pb.notBuilt('console', 'Feedback')}>Feedback</Link>
    <span className="u-footer-end">
      A simulation that runs in your browser. Not affiliated with AWS.
    </span>
  </footer>
)
