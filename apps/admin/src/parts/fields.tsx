import { NumberInput, type NumberInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

type FieldProps = Omit<NumberInputProps, 'prefix' | 'decimalSeparator' | 'allowDecimal'>;

/** An amount in whole pesos, written as Chile writes it. */
export function PesosInput(props: FieldProps): ReactNode {
  return (
    <NumberInput
      prefix="$"
      thousandSeparator="."
      decimalSeparator=","
      allowDecimal={false}
      allowNegative={false}
      min={0}
      hideControls
      inputMode="numeric"
      {...props}
    />
  );
}

/** A whole number, such as millilitres, units or hours. */
export function WholeInput({ grouped = true, ...props }: FieldProps & { readonly grouped?: boolean }): ReactNode {
  return (
    <NumberInput
      thousandSeparator={grouped ? '.' : ''}
      decimalSeparator=","
      allowDecimal={false}
      allowNegative={false}
      min={0}
      hideControls
      inputMode="numeric"
      {...props}
    />
  );
}
