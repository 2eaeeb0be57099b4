import { useEffect, useState } from 'react'
import { createFormControl, type FieldErrors, type UseFormReturn } from 'react-hook-form'

type Values = Record<string, string>

interface UseFormControlReturn extends Pick<
  UseFormReturn<Values>,
  'register' | 'handleSubmit' | 'setValue'
> {
  errors: FieldErrors<Values>
}

/**
 * A form of react-hook-form that renders when its errors change. `useForm` does that, too, and is
 * 900 B larger with options that no form here has.
 */
export function useFormControl(defaultValues: Values): UseFormControlReturn {
  const [control] = useState(() => createFormControl<Values>({ defaultValues }))
  const [errors, setErrors] = useState<FieldErrors<Values>>({})
  const { register, handleSubmit, setValue, subscribe } = control
  useEffect(() => {
    return subscribe({
      formState: { errors: true },
      // A copy, because react-hook-form changes the object itself.
      callback: (state) => setErrors({ ...state.errors }),
    })
  }, [subscribe])
  return { register, handleSubmit, setValue, errors }
}
