import { BackLink, Page } from '#ui/page.tsx';

/** Its key lies beside it: real children must never come into the example. */
export function NotInTheExample({ title }: { readonly title: string }) {
  return (
    <Page title={title} width="text" back={<BackLink href="/children">My list</BackLink>}>
      <p className="govuk-body">
        The example caseload is not kept locked, so it takes no real list. Lock it and choose “Start
        for real” to bring in your own.
      </p>
    </Page>
  );
}
