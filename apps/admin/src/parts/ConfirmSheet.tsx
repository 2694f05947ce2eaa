import type { ReactNode } from 'react';
import { FormSheet } from './FormSheet';
import type { Act } from './useAct';

interface ConfirmSheetProps<Input> {
  readonly title: string;
  /** What will follow, in a sentence or two. */
  readonly lead: string;
  readonly submit: string;
  /** The act takes something away. */
  readonly danger?: boolean;
  readonly act: Act<Input>;
  /** What the act is done to. */
  readonly to: Input;
  readonly onClose: () => void;
}

/** Asks once more before an act that has nothing to fill in. */
export function ConfirmSheet<Input>(props: ConfirmSheetProps<Input>): ReactNode {
  const { title, lead, submit, danger, act, to, onClose } = props;
  return (
    <FormSheet
      title={title}
      submit={submit}
      danger={danger}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void act.run(to);
      }}
    >
      <p className="a-lead">{lead}</p>
    </FormSheet>
  );
}
