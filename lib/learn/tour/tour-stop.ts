/** The pages that the tour visits, by their names among the product's paths. */
type TourPage =
  'overview' | 'services' | 'agreement' | 'status' | 'settings' | 'change' | 'dsrSimulator' | 'learn';

/** One stop of the guided tour. */
export type TourStop = {
  id: string;
  page: TourPage;
  /** The value of `data-tour` on what is shown. */
  target: string;
  title: string;
  text: string;
};
