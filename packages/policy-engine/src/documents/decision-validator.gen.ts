// @ts-nocheck
// Generated from schema/*.json by scripts/generate-validators.ts; after a change there run it again.
import type { Decision } from '../decide.ts';
import type { Validator } from './kinds/kind.ts';


export const decision: Validator<Decision> = validate20;
const schema31 = {"properties":{"outcome":{"enum":["passed","warned","blocked","failed"]},"verdicts":{"items":{"properties":{"level":{"enum":["advisory","soft-mandatory","hard-mandatory"]},"outcome":{"enum":["fail","pass","unknown","excepted","error","not-applicable"]},"effect":{"enum":["none","warn","block","fail"]},"underlying":{"enum":["fail","unknown"]},"exception":{"properties":{"status":{"enum":["active","expired","not-yet","too-long","self-approved"]}}}}}},"exceptions":{"items":{"properties":{"status":{"enum":["used","unused","expired","not-yet","too-long","self-approved","over-broad","out-of-scope","unknown-rule"]},"origin":{"enum":["document","comment","import","baseline"]}}}},"overrides":{"items":{"properties":{"status":{"enum":["used","unused","too-few-approvals","other-commit","not-listed","not-overridable","out-of-scope","unknown-rule"]}}}}}};
const pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
const pattern6 = new RegExp("^[a-z][a-z0-9-]{0,99}$", "u");
const pattern7 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
const pattern8 = new RegExp("^([0-9a-f]{40}|[0-9a-f]{64})$", "u");
const pattern10 = new RegExp("^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$", "u");
const pattern11 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:decision:1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.verdicts === undefined) && (missing0 = "verdicts"))) || ((data.summary === undefined) && (missing0 = "summary"))) || ((data.policies === undefined) && (missing0 = "policies"))) || ((data.exceptions === undefined) && (missing0 = "exceptions"))) || ((data.overrides === undefined) && (missing0 = "overrides"))) || ((data.notices === undefined) && (missing0 = "notices"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.kind !== undefined){
const _errs1 = errors;
if("Decision" !== data.kind){
validate20.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Decision"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs2 = errors;
if(1 !== data.version){
validate20.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data2 = data.outcome;
const _errs3 = errors;
if(!((((data2 === "passed") || (data2 === "warned")) || (data2 === "blocked")) || (data2 === "failed"))){
validate20.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema31.properties.outcome.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdicts !== undefined){
let data3 = data.verdicts;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((((((data4.policy === undefined) && (missing1 = "policy")) || ((data4.rule === undefined) && (missing1 = "rule"))) || ((data4.level === undefined) && (missing1 = "level"))) || ((data4.outcome === undefined) && (missing1 = "outcome"))) || ((data4.effect === undefined) && (missing1 = "effect"))) || ((data4.subject === undefined) && (missing1 = "subject"))) || ((data4.message === undefined) && (missing1 = "message"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0,schemaPath:"#/properties/verdicts/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data4.policy !== undefined){
let data5 = data4.policy;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/policy",schemaPath:"#/properties/verdicts/items/properties/policy/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/policy",schemaPath:"#/properties/verdicts/items/properties/policy/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.rule !== undefined){
let data6 = data4.rule;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/rule",schemaPath:"#/properties/verdicts/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/rule",schemaPath:"#/properties/verdicts/items/properties/rule/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.level !== undefined){
let data7 = data4.level;
const _errs12 = errors;
if(!(((data7 === "advisory") || (data7 === "soft-mandatory")) || (data7 === "hard-mandatory"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/level",schemaPath:"#/properties/verdicts/items/properties/level/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdicts.items.properties.level.enum}}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.outcome !== undefined){
let data8 = data4.outcome;
const _errs13 = errors;
if(!((((((data8 === "fail") || (data8 === "pass")) || (data8 === "unknown")) || (data8 === "excepted")) || (data8 === "error")) || (data8 === "not-applicable"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/outcome",schemaPath:"#/properties/verdicts/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdicts.items.properties.outcome.enum}}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.effect !== undefined){
let data9 = data4.effect;
const _errs14 = errors;
if(!((((data9 === "none") || (data9 === "warn")) || (data9 === "block")) || (data9 === "fail"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/effect",schemaPath:"#/properties/verdicts/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdicts.items.properties.effect.enum}}];
return false;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.subject !== undefined){
let data10 = data4.subject;
const _errs15 = errors;
if(errors === _errs15){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.kind === undefined) && (missing2 = "kind")) || ((data10.id === undefined) && (missing2 = "id"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/subject",schemaPath:"#/properties/verdicts/items/properties/subject/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data10.kind !== undefined){
let data11 = data10.kind;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/subject/kind",schemaPath:"#/properties/verdicts/items/properties/subject/properties/kind/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,99}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/subject/kind",schemaPath:"#/properties/verdicts/items/properties/subject/properties/kind/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.id !== undefined){
const _errs19 = errors;
if(typeof data10.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/subject/id",schemaPath:"#/properties/verdicts/items/properties/subject/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/subject",schemaPath:"#/properties/verdicts/items/properties/subject/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.message !== undefined){
const _errs21 = errors;
if(typeof data4.message !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/message",schemaPath:"#/properties/verdicts/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.missing !== undefined){
let data14 = data4.missing;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data14)){
var valid4 = true;
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
const _errs25 = errors;
if(typeof data14[i1] !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/missing/" + i1,schemaPath:"#/properties/verdicts/items/properties/missing/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs25 === errors;
if(!valid4){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/missing",schemaPath:"#/properties/verdicts/items/properties/missing/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.evidence !== undefined){
let data16 = data4.evidence;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data16)){
var valid5 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
const _errs29 = errors;
if(errors === _errs29){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if(((data17.expression === undefined) && (missing3 = "expression")) || ((data17.value === undefined) && (missing3 = "value"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/evidence/" + i2,schemaPath:"#/properties/verdicts/items/properties/evidence/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data17.expression !== undefined){
const _errs31 = errors;
if(typeof data17.expression !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/evidence/" + i2+"/expression",schemaPath:"#/properties/verdicts/items/properties/evidence/items/properties/expression/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.value !== undefined){
const _errs33 = errors;
if(typeof data17.value !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/evidence/" + i2+"/value",schemaPath:"#/properties/verdicts/items/properties/evidence/items/properties/value/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/evidence/" + i2,schemaPath:"#/properties/verdicts/items/properties/evidence/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs29 === errors;
if(!valid5){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/evidence",schemaPath:"#/properties/verdicts/items/properties/evidence/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.source !== undefined){
let data20 = data4.source;
const _errs35 = errors;
if(errors === _errs35){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing4;
if(((data20.file === undefined) && (missing4 = "file")) || ((data20.startLine === undefined) && (missing4 = "startLine"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source",schemaPath:"#/properties/verdicts/items/properties/source/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data20.file !== undefined){
const _errs37 = errors;
if(typeof data20.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/file",schemaPath:"#/properties/verdicts/items/properties/source/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data20.startLine !== undefined){
let data22 = data20.startLine;
const _errs39 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/startLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/startLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid7 = _errs39 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data20.startColumn !== undefined){
let data23 = data20.startColumn;
const _errs41 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/startColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/startColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs41){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/startColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/startColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid7 = _errs41 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data20.endLine !== undefined){
let data24 = data20.endLine;
const _errs43 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/endLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/endLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs43){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/endLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/endLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid7 = _errs43 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data20.endColumn !== undefined){
let data25 = data20.endColumn;
const _errs45 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/endColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/endColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs45){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/endColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/endColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid7 = _errs45 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data20.callers !== undefined){
let data26 = data20.callers;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data26)){
var valid8 = true;
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
let data27 = data26[i3];
const _errs49 = errors;
if(errors === _errs49){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing5;
if((((data27.address === undefined) && (missing5 = "address")) || ((data27.file === undefined) && (missing5 = "file"))) || ((data27.startLine === undefined) && (missing5 = "startLine"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3,schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data27.address !== undefined){
const _errs51 = errors;
if(typeof data27.address !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/address",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs51 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data27.file !== undefined){
const _errs53 = errors;
if(typeof data27.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/file",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs53 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data27.startLine !== undefined){
let data30 = data27.startLine;
const _errs55 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/startLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs55){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 1 || isNaN(data30)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/startLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs55 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data27.startColumn !== undefined){
let data31 = data27.startColumn;
const _errs57 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/startColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/startColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs57){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 1 || isNaN(data31)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/startColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/startColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data27.endLine !== undefined){
let data32 = data27.endLine;
const _errs59 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/endLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/endLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs59){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 1 || isNaN(data32)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/endLine",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/endLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs59 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data27.endColumn !== undefined){
let data33 = data27.endColumn;
const _errs61 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/endColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/endColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs61){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1 || isNaN(data33)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3+"/endColumn",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/properties/endColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs61 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers/" + i3,schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs49 === errors;
if(!valid8){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source/callers",schemaPath:"#/properties/verdicts/items/properties/source/properties/callers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/source",schemaPath:"#/properties/verdicts/items/properties/source/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs35 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.underlying !== undefined){
let data34 = data4.underlying;
const _errs63 = errors;
if(!((data34 === "fail") || (data34 === "unknown"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/underlying",schemaPath:"#/properties/verdicts/items/properties/underlying/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdicts.items.properties.underlying.enum}}];
return false;
}
var valid2 = _errs63 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.exception !== undefined){
let data35 = data4.exception;
const _errs64 = errors;
if(errors === _errs64){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing6;
if(((((((data35.id === undefined) && (missing6 = "id")) || ((data35.expires === undefined) && (missing6 = "expires"))) || ((data35.status === undefined) && (missing6 = "status"))) || ((data35.reason === undefined) && (missing6 = "reason"))) || ((data35.approver === undefined) && (missing6 = "approver"))) || ((data35.message === undefined) && (missing6 = "message"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception",schemaPath:"#/properties/verdicts/items/properties/exception/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data35.id !== undefined){
const _errs66 = errors;
if(typeof data35.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/id",schemaPath:"#/properties/verdicts/items/properties/exception/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs66 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.expires !== undefined){
let data37 = data35.expires;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data37 === "string"){
if(!pattern7.test(data37)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/expires",schemaPath:"#/properties/verdicts/items/properties/exception/properties/expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/expires",schemaPath:"#/properties/verdicts/items/properties/exception/properties/expires/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs68 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.status !== undefined){
let data38 = data35.status;
const _errs70 = errors;
if(!(((((data38 === "active") || (data38 === "expired")) || (data38 === "not-yet")) || (data38 === "too-long")) || (data38 === "self-approved"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/status",schemaPath:"#/properties/verdicts/items/properties/exception/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdicts.items.properties.exception.properties.status.enum}}];
return false;
}
var valid10 = _errs70 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.reason !== undefined){
const _errs71 = errors;
if(typeof data35.reason !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/reason",schemaPath:"#/properties/verdicts/items/properties/exception/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs71 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.approver !== undefined){
let data40 = data35.approver;
const _errs73 = errors;
if((typeof data40 !== "string") && (data40 !== null)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/approver",schemaPath:"#/properties/verdicts/items/properties/exception/properties/approver/type",keyword:"type",params:{type: schema31.properties.verdicts.items.properties.exception.properties.approver.type}}];
return false;
}
var valid10 = _errs73 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.message !== undefined){
const _errs75 = errors;
if(typeof data35.message !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception/message",schemaPath:"#/properties/verdicts/items/properties/exception/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs75 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/exception",schemaPath:"#/properties/verdicts/items/properties/exception/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs64 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.override !== undefined){
let data42 = data4.override;
const _errs77 = errors;
if(errors === _errs77){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
let missing7;
if(((data42.approvers === undefined) && (missing7 = "approvers")) || ((data42.commit === undefined) && (missing7 = "commit"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override",schemaPath:"#/properties/verdicts/items/properties/override/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data42.approvers !== undefined){
let data43 = data42.approvers;
const _errs79 = errors;
if(errors === _errs79){
if(Array.isArray(data43)){
var valid12 = true;
const len4 = data43.length;
for(let i4=0; i4<len4; i4++){
let data44 = data43[i4];
const _errs81 = errors;
if(errors === _errs81){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing8;
if(((data44.name === undefined) && (missing8 = "name")) || ((data44.at === undefined) && (missing8 = "at"))){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/approvers/" + i4,schemaPath:"#/properties/verdicts/items/properties/override/properties/approvers/items/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data44.name !== undefined){
const _errs83 = errors;
if(typeof data44.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/approvers/" + i4+"/name",schemaPath:"#/properties/verdicts/items/properties/override/properties/approvers/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs83 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data44.at !== undefined){
const _errs85 = errors;
if(typeof data44.at !== "string"){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/approvers/" + i4+"/at",schemaPath:"#/properties/verdicts/items/properties/override/properties/approvers/items/properties/at/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs85 === errors;
}
else {
var valid13 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/approvers/" + i4,schemaPath:"#/properties/verdicts/items/properties/override/properties/approvers/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid12 = _errs81 === errors;
if(!valid12){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/approvers",schemaPath:"#/properties/verdicts/items/properties/override/properties/approvers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid11 = _errs79 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data42.commit !== undefined){
let data47 = data42.commit;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data47 === "string"){
if(!pattern8.test(data47)){
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/commit",schemaPath:"#/properties/verdicts/items/properties/override/properties/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override/commit",schemaPath:"#/properties/verdicts/items/properties/override/properties/commit/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs87 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0+"/override",schemaPath:"#/properties/verdicts/items/properties/override/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs77 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts/" + i0,schemaPath:"#/properties/verdicts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/verdicts",schemaPath:"#/properties/verdicts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data48 = data.summary;
const _errs89 = errors;
if(errors === _errs89){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing9;
if((((((data48.pass === undefined) && (missing9 = "pass")) || ((data48.fail === undefined) && (missing9 = "fail"))) || ((data48.unknown === undefined) && (missing9 = "unknown"))) || ((data48.excepted === undefined) && (missing9 = "excepted"))) || ((data48.error === undefined) && (missing9 = "error"))){
validate20.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
if(data48.pass !== undefined){
let data49 = data48.pass;
const _errs91 = errors;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
validate20.errors = [{instancePath:instancePath+"/summary/pass",schemaPath:"#/properties/summary/properties/pass/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs91){
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
validate20.errors = [{instancePath:instancePath+"/summary/pass",schemaPath:"#/properties/summary/properties/pass/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid14 = _errs91 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.fail !== undefined){
let data50 = data48.fail;
const _errs93 = errors;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
validate20.errors = [{instancePath:instancePath+"/summary/fail",schemaPath:"#/properties/summary/properties/fail/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs93){
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 0 || isNaN(data50)){
validate20.errors = [{instancePath:instancePath+"/summary/fail",schemaPath:"#/properties/summary/properties/fail/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid14 = _errs93 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.unknown !== undefined){
let data51 = data48.unknown;
const _errs95 = errors;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
validate20.errors = [{instancePath:instancePath+"/summary/unknown",schemaPath:"#/properties/summary/properties/unknown/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs95){
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 < 0 || isNaN(data51)){
validate20.errors = [{instancePath:instancePath+"/summary/unknown",schemaPath:"#/properties/summary/properties/unknown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid14 = _errs95 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.excepted !== undefined){
let data52 = data48.excepted;
const _errs97 = errors;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
validate20.errors = [{instancePath:instancePath+"/summary/excepted",schemaPath:"#/properties/summary/properties/excepted/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs97){
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 < 0 || isNaN(data52)){
validate20.errors = [{instancePath:instancePath+"/summary/excepted",schemaPath:"#/properties/summary/properties/excepted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid14 = _errs97 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.error !== undefined){
let data53 = data48.error;
const _errs99 = errors;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
validate20.errors = [{instancePath:instancePath+"/summary/error",schemaPath:"#/properties/summary/properties/error/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs99){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
validate20.errors = [{instancePath:instancePath+"/summary/error",schemaPath:"#/properties/summary/properties/error/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid14 = _errs99 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs89 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policies !== undefined){
let data54 = data.policies;
const _errs101 = errors;
if(errors === _errs101){
if(Array.isArray(data54)){
var valid15 = true;
const len5 = data54.length;
for(let i5=0; i5<len5; i5++){
let data55 = data54[i5];
const _errs103 = errors;
if(errors === _errs103){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing10;
if(((((data55.name === undefined) && (missing10 = "name")) || ((data55.version === undefined) && (missing10 = "version"))) || ((data55.digest === undefined) && (missing10 = "digest"))) || ((data55.matched === undefined) && (missing10 = "matched"))){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5,schemaPath:"#/properties/policies/items/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
if(data55.name !== undefined){
let data56 = data55.name;
const _errs105 = errors;
if(errors === _errs105){
if(typeof data56 === "string"){
if(!pattern4.test(data56)){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/name",schemaPath:"#/properties/policies/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/name",schemaPath:"#/properties/policies/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs105 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data55.version !== undefined){
let data57 = data55.version;
const _errs107 = errors;
if(errors === _errs107){
if(typeof data57 === "string"){
if(!pattern10.test(data57)){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/version",schemaPath:"#/properties/policies/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/version",schemaPath:"#/properties/policies/items/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs107 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data55.digest !== undefined){
let data58 = data55.digest;
const _errs109 = errors;
if(errors === _errs109){
if(typeof data58 === "string"){
if(!pattern11.test(data58)){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/digest",schemaPath:"#/properties/policies/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/digest",schemaPath:"#/properties/policies/items/properties/digest/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs109 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data55.matched !== undefined){
let data59 = data55.matched;
const _errs111 = errors;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/matched",schemaPath:"#/properties/policies/items/properties/matched/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs111){
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
validate20.errors = [{instancePath:instancePath+"/policies/" + i5+"/matched",schemaPath:"#/properties/policies/items/properties/matched/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid16 = _errs111 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/policies/" + i5,schemaPath:"#/properties/policies/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid15 = _errs103 === errors;
if(!valid15){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs101 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exceptions !== undefined){
let data60 = data.exceptions;
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data60)){
var valid17 = true;
const len6 = data60.length;
for(let i6=0; i6<len6; i6++){
let data61 = data60[i6];
const _errs115 = errors;
if(errors === _errs115){
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
let missing11;
if(((((((((((((data61.id === undefined) && (missing11 = "id")) || ((data61.rule === undefined) && (missing11 = "rule"))) || ((data61.status === undefined) && (missing11 = "status"))) || ((data61.counts === undefined) && (missing11 = "counts"))) || ((data61.matched === undefined) && (missing11 = "matched"))) || ((data61.expires === undefined) && (missing11 = "expires"))) || ((data61.reason === undefined) && (missing11 = "reason"))) || ((data61.approver === undefined) && (missing11 = "approver"))) || ((data61.evidence === undefined) && (missing11 = "evidence"))) || ((data61.source === undefined) && (missing11 = "source"))) || ((data61.origin === undefined) && (missing11 = "origin"))) || ((data61.message === undefined) && (missing11 = "message"))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
if(data61.id !== undefined){
const _errs117 = errors;
if(typeof data61.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/id",schemaPath:"#/properties/exceptions/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid18 = _errs117 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.rule !== undefined){
const _errs119 = errors;
if(typeof data61.rule !== "string"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/rule",schemaPath:"#/properties/exceptions/items/properties/rule/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid18 = _errs119 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.status !== undefined){
let data64 = data61.status;
const _errs121 = errors;
if(!(((((((((data64 === "used") || (data64 === "unused")) || (data64 === "expired")) || (data64 === "not-yet")) || (data64 === "too-long")) || (data64 === "self-approved")) || (data64 === "over-broad")) || (data64 === "out-of-scope")) || (data64 === "unknown-rule"))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/status",schemaPath:"#/properties/exceptions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.exceptions.items.properties.status.enum}}];
return false;
}
var valid18 = _errs121 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.counts !== undefined){
const _errs122 = errors;
if(typeof data61.counts !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/counts",schemaPath:"#/properties/exceptions/items/properties/counts/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs122 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.matched !== undefined){
let data66 = data61.matched;
const _errs124 = errors;
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/matched",schemaPath:"#/properties/exceptions/items/properties/matched/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs124){
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 < 0 || isNaN(data66)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/matched",schemaPath:"#/properties/exceptions/items/properties/matched/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs124 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.expires !== undefined){
let data67 = data61.expires;
const _errs126 = errors;
if(errors === _errs126){
if(typeof data67 === "string"){
if(!pattern7.test(data67)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid18 = _errs126 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.reason !== undefined){
const _errs128 = errors;
if(typeof data61.reason !== "string"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid18 = _errs128 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.approver !== undefined){
let data69 = data61.approver;
const _errs130 = errors;
if((typeof data69 !== "string") && (data69 !== null)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/approver",schemaPath:"#/properties/exceptions/items/properties/approver/type",keyword:"type",params:{type: schema31.properties.exceptions.items.properties.approver.type}}];
return false;
}
var valid18 = _errs130 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.evidence !== undefined){
let data70 = data61.evidence;
const _errs132 = errors;
if((typeof data70 !== "string") && (data70 !== null)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/evidence",schemaPath:"#/properties/exceptions/items/properties/evidence/type",keyword:"type",params:{type: schema31.properties.exceptions.items.properties.evidence.type}}];
return false;
}
var valid18 = _errs132 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.source !== undefined){
let data71 = data61.source;
const _errs134 = errors;
if(errors === _errs134){
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
let missing12;
if(((data71.file === undefined) && (missing12 = "file")) || ((data71.startLine === undefined) && (missing12 = "startLine"))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source",schemaPath:"#/properties/exceptions/items/properties/source/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
if(data71.file !== undefined){
const _errs136 = errors;
if(typeof data71.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/file",schemaPath:"#/properties/exceptions/items/properties/source/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs136 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data71.startLine !== undefined){
let data73 = data71.startLine;
const _errs138 = errors;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/startLine",schemaPath:"#/properties/exceptions/items/properties/source/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs138){
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 < 1 || isNaN(data73)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/startLine",schemaPath:"#/properties/exceptions/items/properties/source/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid19 = _errs138 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data71.startColumn !== undefined){
let data74 = data71.startColumn;
const _errs140 = errors;
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/startColumn",schemaPath:"#/properties/exceptions/items/properties/source/properties/startColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs140){
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 < 1 || isNaN(data74)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/startColumn",schemaPath:"#/properties/exceptions/items/properties/source/properties/startColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid19 = _errs140 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data71.endLine !== undefined){
let data75 = data71.endLine;
const _errs142 = errors;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/endLine",schemaPath:"#/properties/exceptions/items/properties/source/properties/endLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs142){
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 1 || isNaN(data75)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/endLine",schemaPath:"#/properties/exceptions/items/properties/source/properties/endLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid19 = _errs142 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data71.endColumn !== undefined){
let data76 = data71.endColumn;
const _errs144 = errors;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/endColumn",schemaPath:"#/properties/exceptions/items/properties/source/properties/endColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs144){
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 1 || isNaN(data76)){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source/endColumn",schemaPath:"#/properties/exceptions/items/properties/source/properties/endColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid19 = _errs144 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/source",schemaPath:"#/properties/exceptions/items/properties/source/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid18 = _errs134 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.origin !== undefined){
let data77 = data61.origin;
const _errs146 = errors;
if(!((((data77 === "document") || (data77 === "comment")) || (data77 === "import")) || (data77 === "baseline"))){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/origin",schemaPath:"#/properties/exceptions/items/properties/origin/enum",keyword:"enum",params:{allowedValues: schema31.properties.exceptions.items.properties.origin.enum}}];
return false;
}
var valid18 = _errs146 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data61.message !== undefined){
const _errs147 = errors;
if(typeof data61.message !== "string"){
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6+"/message",schemaPath:"#/properties/exceptions/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid18 = _errs147 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/exceptions/" + i6,schemaPath:"#/properties/exceptions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid17 = _errs115 === errors;
if(!valid17){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs113 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.overrides !== undefined){
let data79 = data.overrides;
const _errs149 = errors;
if(errors === _errs149){
if(Array.isArray(data79)){
var valid20 = true;
const len7 = data79.length;
for(let i7=0; i7<len7; i7++){
let data80 = data79[i7];
const _errs151 = errors;
if(errors === _errs151){
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
let missing13;
if(((((((((((data80.id === undefined) && (missing13 = "id")) || ((data80.rule === undefined) && (missing13 = "rule"))) || ((data80.status === undefined) && (missing13 = "status"))) || ((data80.matched === undefined) && (missing13 = "matched"))) || ((data80.approver === undefined) && (missing13 = "approver"))) || ((data80.at === undefined) && (missing13 = "at"))) || ((data80.commit === undefined) && (missing13 = "commit"))) || ((data80.reason === undefined) && (missing13 = "reason"))) || ((data80.source === undefined) && (missing13 = "source"))) || ((data80.message === undefined) && (missing13 = "message"))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
if(data80.id !== undefined){
const _errs153 = errors;
if(typeof data80.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/id",schemaPath:"#/properties/overrides/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs153 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.rule !== undefined){
const _errs155 = errors;
if(typeof data80.rule !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/rule",schemaPath:"#/properties/overrides/items/properties/rule/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs155 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.status !== undefined){
let data83 = data80.status;
const _errs157 = errors;
if(!((((((((data83 === "used") || (data83 === "unused")) || (data83 === "too-few-approvals")) || (data83 === "other-commit")) || (data83 === "not-listed")) || (data83 === "not-overridable")) || (data83 === "out-of-scope")) || (data83 === "unknown-rule"))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/status",schemaPath:"#/properties/overrides/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.overrides.items.properties.status.enum}}];
return false;
}
var valid21 = _errs157 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.matched !== undefined){
let data84 = data80.matched;
const _errs158 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/matched",schemaPath:"#/properties/overrides/items/properties/matched/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs158){
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 < 0 || isNaN(data84)){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/matched",schemaPath:"#/properties/overrides/items/properties/matched/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid21 = _errs158 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.approver !== undefined){
const _errs160 = errors;
if(typeof data80.approver !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/approver",schemaPath:"#/properties/overrides/items/properties/approver/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs160 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.at !== undefined){
const _errs162 = errors;
if(typeof data80.at !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/at",schemaPath:"#/properties/overrides/items/properties/at/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs162 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.commit !== undefined){
const _errs164 = errors;
if(typeof data80.commit !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/commit",schemaPath:"#/properties/overrides/items/properties/commit/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs164 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.reason !== undefined){
const _errs166 = errors;
if(typeof data80.reason !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/reason",schemaPath:"#/properties/overrides/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs166 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.source !== undefined){
let data89 = data80.source;
const _errs168 = errors;
if(errors === _errs168){
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
let missing14;
if(((data89.file === undefined) && (missing14 = "file")) || ((data89.startLine === undefined) && (missing14 = "startLine"))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source",schemaPath:"#/properties/overrides/items/properties/source/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
if(data89.file !== undefined){
const _errs170 = errors;
if(typeof data89.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/file",schemaPath:"#/properties/overrides/items/properties/source/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid22 = _errs170 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data89.startLine !== undefined){
let data91 = data89.startLine;
const _errs172 = errors;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/startLine",schemaPath:"#/properties/overrides/items/properties/source/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs172){
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 < 1 || isNaN(data91)){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/startLine",schemaPath:"#/properties/overrides/items/properties/source/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid22 = _errs172 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data89.startColumn !== undefined){
let data92 = data89.startColumn;
const _errs174 = errors;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/startColumn",schemaPath:"#/properties/overrides/items/properties/source/properties/startColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs174){
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 < 1 || isNaN(data92)){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/startColumn",schemaPath:"#/properties/overrides/items/properties/source/properties/startColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid22 = _errs174 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data89.endLine !== undefined){
let data93 = data89.endLine;
const _errs176 = errors;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/endLine",schemaPath:"#/properties/overrides/items/properties/source/properties/endLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs176){
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 < 1 || isNaN(data93)){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/endLine",schemaPath:"#/properties/overrides/items/properties/source/properties/endLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid22 = _errs176 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data89.endColumn !== undefined){
let data94 = data89.endColumn;
const _errs178 = errors;
if(!(((typeof data94 == "number") && (!(data94 % 1) && !isNaN(data94))) && (isFinite(data94)))){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/endColumn",schemaPath:"#/properties/overrides/items/properties/source/properties/endColumn/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs178){
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 < 1 || isNaN(data94)){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source/endColumn",schemaPath:"#/properties/overrides/items/properties/source/properties/endColumn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid22 = _errs178 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/source",schemaPath:"#/properties/overrides/items/properties/source/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid21 = _errs168 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data80.message !== undefined){
const _errs180 = errors;
if(typeof data80.message !== "string"){
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7+"/message",schemaPath:"#/properties/overrides/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs180 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/overrides/" + i7,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid20 = _errs151 === errors;
if(!valid20){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs149 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notices !== undefined){
let data96 = data.notices;
const _errs182 = errors;
if(errors === _errs182){
if(Array.isArray(data96)){
var valid23 = true;
const len8 = data96.length;
for(let i8=0; i8<len8; i8++){
const _errs184 = errors;
if(typeof data96[i8] !== "string"){
validate20.errors = [{instancePath:instancePath+"/notices/" + i8,schemaPath:"#/properties/notices/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid23 = _errs184 === errors;
if(!valid23){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs182 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":{"kind":true,"version":true,"outcome":true,"verdicts":true,"summary":true,"policies":true,"exceptions":true,"overrides":true,"notices":true},"dynamicProps":false,"dynamicItems":false};
