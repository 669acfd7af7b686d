export default function PoolsScreen() {
  return <h1>Pools</h1>;
}
