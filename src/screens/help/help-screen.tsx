import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { ShortcutList } from '#ui/shortcut-list.tsx';

export function HelpScreen() {
  return (
    <Page title="Help" width="text">
      <h2 className="govuk-heading-m">Where your text is</h2>
      <p className="govuk-body">
        Everything you type is saved on this device within a second, kept locked. “Saved on this
        device” and its time mean that it is on disk. If it cannot be saved, Footprint says so and
        shows the text so that you can copy it.
      </p>
      <h2 className="govuk-heading-m">In a session</h2>
      <p className="govuk-body">
        Every open case is on the list. Mark each as discussed, or choose a reason. You can pause
        and go on another day. Ending is never refused; records are finalised afterwards, one by
        one.
      </p>
      <p className="govuk-body">
        A group is planned on the page of sessions, over the lists of several practitioners. It is
        recorded on the record of each child who is discussed, and only its facilitator finalises.
        It moves nobody’s own supervision.
      </p>
      <h2 className="govuk-heading-m">Keyboard shortcuts</h2>
      <p className="govuk-body">
        You can do everything with buttons and links. A brief check-in by keys is one sentence, then
        Alt and Y for a plan that is on track, then Ctrl and Enter for the next child. In Settings,
        under Keyboard, you can turn the shortcuts off: then only the browser’s own keys work.
      </p>
      <ShortcutList />
      <h2 className="govuk-heading-m">Two people, no server</h2>
      <p className="govuk-body">
        A hand-over file carries records between a supervisor and a practitioner. Five words open
        it: tell them another way, and never send them with the file. You see what is in a file
        before anything changes. Where both of you changed the same text, both are kept and you
        choose.
      </p>
      <h2 className="govuk-heading-m">Which file it goes on</h2>
      <p className="govuk-body">
        Each section says whether its text goes on a child’s record or stays on the supervision
        file. Worries, reasons for a depth, absences and how the work feels never reach a child’s
        record.
      </p>
      <h2 className="govuk-heading-m">On paper</h2>
      <p className="govuk-body">
        A record, an agenda, a chronology and an agreement are printed from their own page. There
        are <Link href="/print/blank">blank forms</Link> to write on by hand. What was written on
        paper is typed up under the day it was held on.
      </p>
      <h2 className="govuk-heading-m">If you cannot unlock</h2>
      <p className="govuk-body">
        Use the recovery key on the unlock page. Nobody can reset a passphrase. Never clear this
        browser’s data: it holds your records.
      </p>
    </Page>
  );
}
