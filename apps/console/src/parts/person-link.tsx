import { Link } from 'react-router';
import { unnamed } from './words.js';

/** A name that leads to the person's page. */
export const PersonLink = ({
  volunteerId,
  name,
}: {
  readonly volunteerId: string;
  readonly name: string | null | undefined;
}) => <Link to={`/volunteers/${volunteerId}`}>{name ?? unnamed}</Link>;
