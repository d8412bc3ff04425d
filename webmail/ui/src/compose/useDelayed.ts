import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for a moment. */
export function useDelayed<T>(value: T, millis: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return delayed;
}
