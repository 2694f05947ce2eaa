import { type ReactNode, useRef } from 'react';

interface FormProps {
  readonly children: ReactNode;
  /** @returns false when something is missing: the first field that says so gets the focus. */
  readonly onSubmit: () => boolean;
  readonly label?: string;
}

/** A form that is sent by its button and by Enter, and leads to the first field that is wrong. */
export function Form({ children, onSubmit, label }: FormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      className="guest-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (onSubmit()) return;
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      {children}
    </form>
  );
}
