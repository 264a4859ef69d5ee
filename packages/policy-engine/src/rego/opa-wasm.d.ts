// What the package gives to `import` at run time. Its own types name an export that is there only by `default`, and need names
// of browsers.
declare module '@open-policy-agent/opa-wasm' {
  interface LoadedPolicy {
    readonly mem: WebAssembly.Memory;
    readonly wasmInstance: WebAssembly.Instance;
    /** Takes and gives JSON: the text of the input in UTF-8, and the results of the entry point. Throws anything. */
    evaluate(input: ArrayBuffer, entrypoint: string): unknown;
    setData(data: ArrayBuffer): void;
  }
  const opa: {
    /** The memory is counted in pages of 64 KiB. */
    loadPolicySync(module: WebAssembly.Module, memory: { initial: number; maximum: number }): LoadedPolicy;
  };
  export default opa;
}
