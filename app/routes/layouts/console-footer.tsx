import { feature } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { Link } from 'react-router'

export const ConsoleFooter = () => (
  <footer id="footer" className="u-footer">
    {feature('footer.links').map((text) => (
      <Link key={text} to={pb.notBuilt('console', text)}>
        {text}
      </Link>
    ))}
    <span className="u-footer-end">
      A simulation that runs in your browser. Not affiliated with AWS.
    </span>
  </footer>
)
