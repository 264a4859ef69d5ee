import { build } from 'esbuild';
import { bundleEntries, bundleOptions } from './bundle-options.ts';
const root='/work/main';
const e = bundleEntries(root).find(e=>e.room.endsWith(process.argv[2]!))!;
const { metafile } = await build({ ...bundleOptions(root, e), outdir: '/tmp/sz', write: false });
const start = Object.keys(metafile.outputs).find(f=>metafile.outputs[f]!.entryPoint?.endsWith('index.ts')&&f.endsWith('/index.js'))!;
const seen = new Set<string>(); const visit=(f:string)=>{ if(seen.has(f))return; seen.add(f); for(const i of metafile.outputs[f]?.imports??[]) if(!i.external) visit(i.path); }; visit(start);
let total=0; const sum=new Map<string,number>();
for (const f of seen) { total+=metafile.outputs[f]!.bytes; for (const [i,{bytesInOutput}] of Object.entries(metafile.outputs[f]!.inputs)) { const m=/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(i); const k=m?m[1]!:i.split('/').slice(0,4).join('/'); sum.set(k,(sum.get(k)??0)+bytesInOutput);} }
console.log(start, (total/1024).toFixed(0), seen.size);
for (const [k,v] of [...sum].sort((a,b)=>b[1]-a[1]).slice(0,45)) console.log((v/1024).toFixed(1).padStart(8), k);
