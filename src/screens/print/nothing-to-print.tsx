import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';

/** A draft is not printed: it is no record yet. */
export function NothingToPrint() {
  return (
    <Page title="Nothing to print" documentTitle="Print" width="text">
      <p className="govuk-body">
        This is not on this device, or it is not finalised yet. <Link href="/">Home</Link>
      </p>
    </Page>
  );
}
