import { BackendLetter } from '@/components/learn/backend/backend-letter';
import { backendLetters, type BackendLetter as Letter } from '@/lib/learn/affinity/affinity-parameters';

/** A backend of the story as its square. */
export function BackendOf({ letter }: { letter: Letter }) {
  return <BackendLetter index={backendIndex(letter)} letter={letter} />;
}

/** Gives a backend's place among all, which its look goes by. */
export function backendIndex(letter: Letter): number {
  return backendLetters.indexOf(letter);
}
