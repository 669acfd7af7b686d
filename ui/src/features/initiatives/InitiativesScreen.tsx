export default function InitiativesScreen() {
  return <h1>Initiatives</h1>;
}
