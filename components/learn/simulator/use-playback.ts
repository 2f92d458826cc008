import { useEffect, useRef, useState, type RefObject } from 'react';
import { stepTimeMs, type Speed } from '@/lib/learn/simulator/speed';

type Playback = {
  isPlaying: boolean;
  setPlaying: (plays: boolean) => void;
  /** The picture: out of sight, nothing plays. */
  stageRef: RefObject<HTMLDivElement | null>;
};

type PlaybackProps = { step: number; last: number; speed: Speed; onStep: (step: number) => void };

/** Plays steps one after another to the last that may be seen; stops where the picture or the tab goes out of sight. */
export function usePlayback({ step, last, speed, onStep }: PlaybackProps): Playback {
  const [isPlaying, setPlaying] = useState(false);
  const stageRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The presenter view shows it alone.
    if (stageRef.current !== null) stageRef.current.dataset['present'] ??= 'The picture';
  }, []);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (step + 1 >= last) setPlaying(false);
      if (step < last) onStep(step + 1);
    }, stepTimeMs(speed));
    return () => clearTimeout(timer);
  }, [isPlaying, step, last, speed, onStep]);
  useEffect(() => {
    if (!isPlaying || stageRef.current === null) return;
    const onHidden = () => {
      if (document.hidden) setPlaying(false);
    };
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === false) setPlaying(false);
    });
    observer.observe(stageRef.current);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [isPlaying]);
  return { isPlaying, setPlaying, stageRef };
}
