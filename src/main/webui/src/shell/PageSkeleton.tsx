import { Skeleton } from '../components/Skeleton';

/** Stands for a page whose code is still being loaded. */
export function PageSkeleton() {
  return <main className="page"><Skeleton lines={8} /></main>;
}
