export default function FinancingScreen() {
  return <h1>Financing</h1>;
}
