// @ts-nocheck
// Generated from schema/*.json by scripts/generate-validators.ts; after a change there run it again.
import type { Policy } from './policy.ts';
import type { ExceptionDocument } from './exception.ts';
import type { OverrideDocument } from './exception.ts';
import type { PolicyTest } from './policy-test.ts';
import type { PackDocument } from './pack.ts';
import type { LockDocument } from './lock.ts';
import type { Validator } from './kinds/kind.ts';


export const policy: Validator<Policy> = validate20;
const schema31 = {"properties":{"metadata":{"properties":{"layer":{"enum":["org","team","repository","environment"]}}},"spec":{"properties":{"match":{"properties":{"actions":{"items":{"enum":["create","update","replace","delete","forget","read","no-op"]}}}},"params":{"additionalProperties":{"properties":{"type":{"enum":["string","number","bool","list<string>","list<number>","map<string>"]},"childMay":{"items":{"enum":["add","remove","raise","lower","replace"]}}}}},"exceptions":{"properties":{"sameChange":{"enum":["allow","warn","deny"]}}},"rules":{"items":{"properties":{"level":{"enum":["advisory","soft-mandatory","hard-mandatory"]},"onUnknown":{"enum":["pass","warn","fail"]},"match":{"properties":{"actions":{"items":{"enum":["create","update","replace","delete","forget","read","no-op"]}}}},"childMay":{"items":{"enum":["level","onUnknown","disable","exclude","override"]}}}}}}}}};
const pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
const pattern5 = new RegExp("^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$", "u");
const pattern6 = new RegExp("\\S", "u");
const pattern12 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,99}$", "u");
const pattern19 = new RegExp("^(user|team):\\S+$", "u");
function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:policy:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
(vErrors ??= []).push(err2);
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
(vErrors ??= []).push(err3);
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.kind !== undefined){
if("Policy" !== data.kind){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Policy"}};
(vErrors ??= []).push(err6);
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err7);
errors++;
}
for(const key1 in data2){
if(!(((((((key1 === "name") || (key1 === "version")) || (key1 === "description")) || (key1 === "owners")) || (key1 === "controls")) || (key1 === "layer")) || (key1 === "environment"))){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err8);
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err9);
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err10);
errors++;
}
}
if(data2.version !== undefined){
let data4 = data2.version;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err11 = {instancePath:instancePath+"/metadata/version",schemaPath:"#/properties/metadata/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$"}};
(vErrors ??= []).push(err11);
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/metadata/version",schemaPath:"#/properties/metadata/properties/version/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err12);
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
const err13 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err13);
errors++;
}
}
if(data2.owners !== undefined){
let data6 = data2.owners;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err14 = {instancePath:instancePath+"/metadata/owners/" + i0,schemaPath:"#/properties/metadata/properties/owners/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err14);
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/metadata/owners/" + i0,schemaPath:"#/properties/metadata/properties/owners/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err15);
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/owners",schemaPath:"#/properties/metadata/properties/owners/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err16);
errors++;
}
}
if(data2.controls !== undefined){
let data8 = data2.controls;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err17 = {instancePath:instancePath+"/metadata/controls/" + i1,schemaPath:"#/properties/metadata/properties/controls/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err17);
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/controls/" + i1,schemaPath:"#/properties/metadata/properties/controls/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err18);
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metadata/controls",schemaPath:"#/properties/metadata/properties/controls/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err19);
errors++;
}
}
if(data2.layer !== undefined){
let data10 = data2.layer;
if(!((((data10 === "org") || (data10 === "team")) || (data10 === "repository")) || (data10 === "environment"))){
const err20 = {instancePath:instancePath+"/metadata/layer",schemaPath:"#/properties/metadata/properties/layer/enum",keyword:"enum",params:{allowedValues: schema31.properties.metadata.properties.layer.enum}};
(vErrors ??= []).push(err20);
errors++;
}
}
if(data2.environment !== undefined){
let data11 = data2.environment;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err21 = {instancePath:instancePath+"/metadata/environment",schemaPath:"#/properties/metadata/properties/environment/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err21);
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/metadata/environment",schemaPath:"#/properties/metadata/properties/environment/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err22);
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err23);
errors++;
}
}
if(data.spec !== undefined){
let data12 = data.spec;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.gate === undefined){
const err24 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "gate"}};
(vErrors ??= []).push(err24);
errors++;
}
if(data12.rules === undefined){
const err25 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rules"}};
(vErrors ??= []).push(err25);
errors++;
}
for(const key2 in data12){
if(!(((((key2 === "gate") || (key2 === "match")) || (key2 === "params")) || (key2 === "exceptions")) || (key2 === "rules"))){
const err26 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
(vErrors ??= []).push(err26);
errors++;
}
}
if(data12.gate !== undefined){
let data13 = data12.gate;
if(typeof data13 === "string"){
if(!pattern4.test(data13)){
const err27 = {instancePath:instancePath+"/spec/gate",schemaPath:"#/properties/spec/properties/gate/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err27);
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/gate",schemaPath:"#/properties/spec/properties/gate/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err28);
errors++;
}
}
if(data12.match !== undefined){
let data14 = data12.match;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
if(!((((key3 === "resources") || (key3 === "actions")) || (key3 === "changedOnly")) || (key3 === "when"))){
const err29 = {instancePath:instancePath+"/spec/match",schemaPath:"#/properties/spec/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
(vErrors ??= []).push(err29);
errors++;
}
}
if(data14.resources !== undefined){
let data15 = data14.resources;
if(Array.isArray(data15)){
if(data15.length < 1){
const err30 = {instancePath:instancePath+"/spec/match/resources",schemaPath:"#/properties/spec/properties/match/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err30);
errors++;
}
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(!pattern6.test(data16)){
const err31 = {instancePath:instancePath+"/spec/match/resources/" + i2,schemaPath:"#/properties/spec/properties/match/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err31);
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/spec/match/resources/" + i2,schemaPath:"#/properties/spec/properties/match/properties/resources/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err32);
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/match/resources",schemaPath:"#/properties/spec/properties/match/properties/resources/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err33);
errors++;
}
}
if(data14.actions !== undefined){
let data17 = data14.actions;
if(Array.isArray(data17)){
if(data17.length < 1){
const err34 = {instancePath:instancePath+"/spec/match/actions",schemaPath:"#/properties/spec/properties/match/properties/actions/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err34);
errors++;
}
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
if(!(((((((data18 === "create") || (data18 === "update")) || (data18 === "replace")) || (data18 === "delete")) || (data18 === "forget")) || (data18 === "read")) || (data18 === "no-op"))){
const err35 = {instancePath:instancePath+"/spec/match/actions/" + i3,schemaPath:"#/properties/spec/properties/match/properties/actions/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.match.properties.actions.items.enum}};
(vErrors ??= []).push(err35);
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/spec/match/actions",schemaPath:"#/properties/spec/properties/match/properties/actions/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err36);
errors++;
}
}
if(data14.changedOnly !== undefined){
if(typeof data14.changedOnly !== "boolean"){
const err37 = {instancePath:instancePath+"/spec/match/changedOnly",schemaPath:"#/properties/spec/properties/match/properties/changedOnly/type",keyword:"type",params:{type: "boolean"}};
(vErrors ??= []).push(err37);
errors++;
}
}
if(data14.when !== undefined){
let data20 = data14.when;
if(typeof data20 === "string"){
if(!pattern6.test(data20)){
const err38 = {instancePath:instancePath+"/spec/match/when",schemaPath:"#/properties/spec/properties/match/properties/when/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err38);
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/spec/match/when",schemaPath:"#/properties/spec/properties/match/properties/when/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err39);
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec/match",schemaPath:"#/properties/spec/properties/match/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err40);
errors++;
}
}
if(data12.params !== undefined){
let data21 = data12.params;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key4 in data21){
const _errs45 = errors;
if(typeof key4 === "string"){
if(!pattern12.test(key4)){
const err41 = {instancePath:instancePath+"/spec/params",schemaPath:"#/properties/spec/properties/params/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$"},propertyName:key4};
(vErrors ??= []).push(err41);
errors++;
}
}
var valid12 = _errs45 === errors;
if(!valid12){
const err42 = {instancePath:instancePath+"/spec/params",schemaPath:"#/properties/spec/properties/params/propertyNames",keyword:"propertyNames",params:{propertyName: key4}};
(vErrors ??= []).push(err42);
errors++;
}
}
for(const key5 in data21){
let data22 = data21[key5];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key6 in data22){
if(!(((((((key6 === "type") || (key6 === "description")) || (key6 === "default")) || (key6 === "childMay")) || (key6 === "value")) || (key6 === "add")) || (key6 === "remove"))){
const err43 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/params/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
(vErrors ??= []).push(err43);
errors++;
}
}
if(data22.type !== undefined){
let data23 = data22.type;
if(!((((((data23 === "string") || (data23 === "number")) || (data23 === "bool")) || (data23 === "list<string>")) || (data23 === "list<number>")) || (data23 === "map<string>"))){
const err44 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/type/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.params.additionalProperties.properties.type.enum}};
(vErrors ??= []).push(err44);
errors++;
}
}
if(data22.description !== undefined){
if(typeof data22.description !== "string"){
const err45 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err45);
errors++;
}
}
if(data22.childMay !== undefined){
let data25 = data22.childMay;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i4=0; i4<len4; i4++){
let data26 = data25[i4];
if(!(((((data26 === "add") || (data26 === "remove")) || (data26 === "raise")) || (data26 === "lower")) || (data26 === "replace"))){
const err46 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/childMay/" + i4,schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/childMay/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.params.additionalProperties.properties.childMay.items.enum}};
(vErrors ??= []).push(err46);
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/childMay",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/childMay/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err47);
errors++;
}
}
if(data22.add !== undefined){
let data27 = data22.add;
if(Array.isArray(data27)){
if(data27.length < 1){
const err48 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/add",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/add/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err48);
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/add",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/add/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err49);
errors++;
}
}
if(data22.remove !== undefined){
let data28 = data22.remove;
if(Array.isArray(data28)){
if(data28.length < 1){
const err50 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/remove/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err50);
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove",schemaPath:"#/properties/spec/properties/params/additionalProperties/properties/remove/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err51);
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/spec/params/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/params/additionalProperties/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err52);
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/params",schemaPath:"#/properties/spec/properties/params/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err53);
errors++;
}
}
if(data12.exceptions !== undefined){
let data29 = data12.exceptions;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key7 in data29){
if(!((key7 === "maxDays") || (key7 === "sameChange"))){
const err54 = {instancePath:instancePath+"/spec/exceptions",schemaPath:"#/properties/spec/properties/exceptions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
(vErrors ??= []).push(err54);
errors++;
}
}
if(data29.maxDays !== undefined){
let data30 = data29.maxDays;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err55 = {instancePath:instancePath+"/spec/exceptions/maxDays",schemaPath:"#/properties/spec/properties/exceptions/properties/maxDays/type",keyword:"type",params:{type: "integer"}};
(vErrors ??= []).push(err55);
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 3660 || isNaN(data30)){
const err56 = {instancePath:instancePath+"/spec/exceptions/maxDays",schemaPath:"#/properties/spec/properties/exceptions/properties/maxDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3660}};
(vErrors ??= []).push(err56);
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err57 = {instancePath:instancePath+"/spec/exceptions/maxDays",schemaPath:"#/properties/spec/properties/exceptions/properties/maxDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
(vErrors ??= []).push(err57);
errors++;
}
}
}
if(data29.sameChange !== undefined){
let data31 = data29.sameChange;
if(!(((data31 === "allow") || (data31 === "warn")) || (data31 === "deny"))){
const err58 = {instancePath:instancePath+"/spec/exceptions/sameChange",schemaPath:"#/properties/spec/properties/exceptions/properties/sameChange/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.exceptions.properties.sameChange.enum}};
(vErrors ??= []).push(err58);
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/spec/exceptions",schemaPath:"#/properties/spec/properties/exceptions/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err59);
errors++;
}
}
if(data12.rules !== undefined){
let data32 = data12.rules;
if(Array.isArray(data32)){
if(data32.length < 1){
const err60 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err60);
errors++;
}
const len5 = data32.length;
for(let i5=0; i5<len5; i5++){
let data33 = data32[i5];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.id === undefined){
const err61 = {instancePath:instancePath+"/spec/rules/" + i5,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "id"}};
(vErrors ??= []).push(err61);
errors++;
}
if(data33.id !== undefined){
let data34 = data33.id;
if(typeof data34 === "string"){
if(!pattern4.test(data34)){
const err62 = {instancePath:instancePath+"/spec/rules/" + i5+"/id",schemaPath:"#/properties/spec/properties/rules/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err62);
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/spec/rules/" + i5+"/id",schemaPath:"#/properties/spec/properties/rules/items/properties/id/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err63);
errors++;
}
}
if(data33.level !== undefined){
let data35 = data33.level;
if(!(((data35 === "advisory") || (data35 === "soft-mandatory")) || (data35 === "hard-mandatory"))){
const err64 = {instancePath:instancePath+"/spec/rules/" + i5+"/level",schemaPath:"#/properties/spec/properties/rules/items/properties/level/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rules.items.properties.level.enum}};
(vErrors ??= []).push(err64);
errors++;
}
}
if(data33.onUnknown !== undefined){
let data36 = data33.onUnknown;
if(!(((data36 === "pass") || (data36 === "warn")) || (data36 === "fail"))){
const err65 = {instancePath:instancePath+"/spec/rules/" + i5+"/onUnknown",schemaPath:"#/properties/spec/properties/rules/items/properties/onUnknown/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rules.items.properties.onUnknown.enum}};
(vErrors ??= []).push(err65);
errors++;
}
}
if(data33.description !== undefined){
if(typeof data33.description !== "string"){
const err66 = {instancePath:instancePath+"/spec/rules/" + i5+"/description",schemaPath:"#/properties/spec/properties/rules/items/properties/description/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err66);
errors++;
}
}
if(data33.remedy !== undefined){
if(typeof data33.remedy !== "string"){
const err67 = {instancePath:instancePath+"/spec/rules/" + i5+"/remedy",schemaPath:"#/properties/spec/properties/rules/items/properties/remedy/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err67);
errors++;
}
}
if(data33.controls !== undefined){
let data39 = data33.controls;
if(Array.isArray(data39)){
const len6 = data39.length;
for(let i6=0; i6<len6; i6++){
let data40 = data39[i6];
if(typeof data40 === "string"){
if(!pattern6.test(data40)){
const err68 = {instancePath:instancePath+"/spec/rules/" + i5+"/controls/" + i6,schemaPath:"#/properties/spec/properties/rules/items/properties/controls/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err68);
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/spec/rules/" + i5+"/controls/" + i6,schemaPath:"#/properties/spec/properties/rules/items/properties/controls/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err69);
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/spec/rules/" + i5+"/controls",schemaPath:"#/properties/spec/properties/rules/items/properties/controls/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err70);
errors++;
}
}
if(data33.match !== undefined){
let data41 = data33.match;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key8 in data41){
if(!((((key8 === "resources") || (key8 === "actions")) || (key8 === "changedOnly")) || (key8 === "when"))){
const err71 = {instancePath:instancePath+"/spec/rules/" + i5+"/match",schemaPath:"#/properties/spec/properties/rules/items/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
(vErrors ??= []).push(err71);
errors++;
}
}
if(data41.resources !== undefined){
let data42 = data41.resources;
if(Array.isArray(data42)){
if(data42.length < 1){
const err72 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err72);
errors++;
}
const len7 = data42.length;
for(let i7=0; i7<len7; i7++){
let data43 = data42[i7];
if(typeof data43 === "string"){
if(!pattern6.test(data43)){
const err73 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/resources/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err73);
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/resources/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/resources/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err74);
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/resources/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err75);
errors++;
}
}
if(data41.actions !== undefined){
let data44 = data41.actions;
if(Array.isArray(data44)){
if(data44.length < 1){
const err76 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/actions",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/actions/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err76);
errors++;
}
const len8 = data44.length;
for(let i8=0; i8<len8; i8++){
let data45 = data44[i8];
if(!(((((((data45 === "create") || (data45 === "update")) || (data45 === "replace")) || (data45 === "delete")) || (data45 === "forget")) || (data45 === "read")) || (data45 === "no-op"))){
const err77 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/actions/" + i8,schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/actions/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rules.items.properties.match.properties.actions.items.enum}};
(vErrors ??= []).push(err77);
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/actions",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/actions/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err78);
errors++;
}
}
if(data41.changedOnly !== undefined){
if(typeof data41.changedOnly !== "boolean"){
const err79 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/changedOnly",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/changedOnly/type",keyword:"type",params:{type: "boolean"}};
(vErrors ??= []).push(err79);
errors++;
}
}
if(data41.when !== undefined){
let data47 = data41.when;
if(typeof data47 === "string"){
if(!pattern6.test(data47)){
const err80 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/when",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/when/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err80);
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/spec/rules/" + i5+"/match/when",schemaPath:"#/properties/spec/properties/rules/items/properties/match/properties/when/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err81);
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/spec/rules/" + i5+"/match",schemaPath:"#/properties/spec/properties/rules/items/properties/match/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err82);
errors++;
}
}
if(data33.assert !== undefined){
let data48 = data33.assert;
if(typeof data48 === "string"){
if(!pattern6.test(data48)){
const err83 = {instancePath:instancePath+"/spec/rules/" + i5+"/assert",schemaPath:"#/properties/spec/properties/rules/items/properties/assert/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err83);
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/spec/rules/" + i5+"/assert",schemaPath:"#/properties/spec/properties/rules/items/properties/assert/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err84);
errors++;
}
}
if(data33.message !== undefined){
let data49 = data33.message;
if(typeof data49 === "string"){
if(!pattern6.test(data49)){
const err85 = {instancePath:instancePath+"/spec/rules/" + i5+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err85);
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/spec/rules/" + i5+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err86);
errors++;
}
}
if(data33.override !== undefined){
let data50 = data33.override;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.approvers === undefined){
const err87 = {instancePath:instancePath+"/spec/rules/" + i5+"/override",schemaPath:"#/properties/spec/properties/rules/items/properties/override/required",keyword:"required",params:{missingProperty: "approvers"}};
(vErrors ??= []).push(err87);
errors++;
}
for(const key9 in data50){
if(!((key9 === "approvers") || (key9 === "minApprovals"))){
const err88 = {instancePath:instancePath+"/spec/rules/" + i5+"/override",schemaPath:"#/properties/spec/properties/rules/items/properties/override/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
(vErrors ??= []).push(err88);
errors++;
}
}
if(data50.approvers !== undefined){
let data51 = data50.approvers;
if(Array.isArray(data51)){
if(data51.length < 1){
const err89 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/approvers/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err89);
errors++;
}
const len9 = data51.length;
for(let i9=0; i9<len9; i9++){
let data52 = data51[i9];
if(typeof data52 === "string"){
if(!pattern19.test(data52)){
const err90 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/approvers/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/approvers/items/pattern",keyword:"pattern",params:{pattern: "^(user|team):\\S+$"}};
(vErrors ??= []).push(err90);
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/approvers/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/approvers/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err91);
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/approvers/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err92);
errors++;
}
}
if(data50.minApprovals !== undefined){
let data53 = data50.minApprovals;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
const err93 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/minApprovals",schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/minApprovals/type",keyword:"type",params:{type: "integer"}};
(vErrors ??= []).push(err93);
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 100 || isNaN(data53)){
const err94 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/minApprovals",schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/minApprovals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
(vErrors ??= []).push(err94);
errors++;
}
if(data53 < 1 || isNaN(data53)){
const err95 = {instancePath:instancePath+"/spec/rules/" + i5+"/override/minApprovals",schemaPath:"#/properties/spec/properties/rules/items/properties/override/properties/minApprovals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
(vErrors ??= []).push(err95);
errors++;
}
}
}
}
else {
const err96 = {instancePath:instancePath+"/spec/rules/" + i5+"/override",schemaPath:"#/properties/spec/properties/rules/items/properties/override/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err96);
errors++;
}
}
if(data33.childMay !== undefined){
let data54 = data33.childMay;
if(Array.isArray(data54)){
const len10 = data54.length;
for(let i10=0; i10<len10; i10++){
let data55 = data54[i10];
if(!(((((data55 === "level") || (data55 === "onUnknown")) || (data55 === "disable")) || (data55 === "exclude")) || (data55 === "override"))){
const err97 = {instancePath:instancePath+"/spec/rules/" + i5+"/childMay/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/childMay/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rules.items.properties.childMay.items.enum}};
(vErrors ??= []).push(err97);
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/spec/rules/" + i5+"/childMay",schemaPath:"#/properties/spec/properties/rules/items/properties/childMay/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err98);
errors++;
}
}
if(data33.disable !== undefined){
if(typeof data33.disable !== "boolean"){
const err99 = {instancePath:instancePath+"/spec/rules/" + i5+"/disable",schemaPath:"#/properties/spec/properties/rules/items/properties/disable/type",keyword:"type",params:{type: "boolean"}};
(vErrors ??= []).push(err99);
errors++;
}
}
if(data33.exclude !== undefined){
let data57 = data33.exclude;
if(Array.isArray(data57)){
if(data57.length < 1){
const err100 = {instancePath:instancePath+"/spec/rules/" + i5+"/exclude",schemaPath:"#/properties/spec/properties/rules/items/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err100);
errors++;
}
const len11 = data57.length;
for(let i11=0; i11<len11; i11++){
let data58 = data57[i11];
if(typeof data58 === "string"){
if(!pattern6.test(data58)){
const err101 = {instancePath:instancePath+"/spec/rules/" + i5+"/exclude/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/exclude/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err101);
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/spec/rules/" + i5+"/exclude/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/exclude/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err102);
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/spec/rules/" + i5+"/exclude",schemaPath:"#/properties/spec/properties/rules/items/properties/exclude/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err103);
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/spec/rules/" + i5,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err104);
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err105);
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err106);
errors++;
}
}
}
else {
const err107 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err107);
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
export const exception: Validator<ExceptionDocument> = validate21;
const pattern22 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
const pattern23 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}/(\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,99})$", "u");
function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:exception:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
(vErrors ??= []).push(err2);
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
(vErrors ??= []).push(err3);
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.kind !== undefined){
if("Exception" !== data.kind){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Exception"}};
(vErrors ??= []).push(err6);
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err7);
errors++;
}
for(const key1 in data2){
if(!((key1 === "name") || (key1 === "created"))){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err8);
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err9);
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err10);
errors++;
}
}
if(data2.created !== undefined){
let data4 = data2.created;
if(typeof data4 === "string"){
if(!pattern22.test(data4)){
const err11 = {instancePath:instancePath+"/metadata/created",schemaPath:"#/properties/metadata/properties/created/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}};
(vErrors ??= []).push(err11);
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/metadata/created",schemaPath:"#/properties/metadata/properties/created/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err12);
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err13);
errors++;
}
}
if(data.spec !== undefined){
let data5 = data.spec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.rule === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rule"}};
(vErrors ??= []).push(err14);
errors++;
}
if(data5.reason === undefined){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "reason"}};
(vErrors ??= []).push(err15);
errors++;
}
if(data5.approver === undefined){
const err16 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "approver"}};
(vErrors ??= []).push(err16);
errors++;
}
if(data5.expires === undefined){
const err17 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "expires"}};
(vErrors ??= []).push(err17);
errors++;
}
for(const key2 in data5){
if(!((((((key2 === "rule") || (key2 === "scope")) || (key2 === "reason")) || (key2 === "approver")) || (key2 === "evidence")) || (key2 === "expires"))){
const err18 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
(vErrors ??= []).push(err18);
errors++;
}
}
if(data5.rule !== undefined){
let data6 = data5.rule;
if(typeof data6 === "string"){
if(!pattern23.test(data6)){
const err19 = {instancePath:instancePath+"/spec/rule",schemaPath:"#/properties/spec/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}/(\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,99})$"}};
(vErrors ??= []).push(err19);
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/spec/rule",schemaPath:"#/properties/spec/properties/rule/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err20);
errors++;
}
}
if(data5.scope !== undefined){
let data7 = data5.scope;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!((((key3 === "resources") || (key3 === "paths")) || (key3 === "repository")) || (key3 === "environment"))){
const err21 = {instancePath:instancePath+"/spec/scope",schemaPath:"#/properties/spec/properties/scope/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
(vErrors ??= []).push(err21);
errors++;
}
}
if(data7.resources !== undefined){
let data8 = data7.resources;
if(Array.isArray(data8)){
if(data8.length < 1){
const err22 = {instancePath:instancePath+"/spec/scope/resources",schemaPath:"#/properties/spec/properties/scope/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err22);
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err23 = {instancePath:instancePath+"/spec/scope/resources/" + i0,schemaPath:"#/properties/spec/properties/scope/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err23);
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/spec/scope/resources/" + i0,schemaPath:"#/properties/spec/properties/scope/properties/resources/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err24);
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/scope/resources",schemaPath:"#/properties/spec/properties/scope/properties/resources/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err25);
errors++;
}
}
if(data7.paths !== undefined){
let data10 = data7.paths;
if(Array.isArray(data10)){
if(data10.length < 1){
const err26 = {instancePath:instancePath+"/spec/scope/paths",schemaPath:"#/properties/spec/properties/scope/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err26);
errors++;
}
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err27 = {instancePath:instancePath+"/spec/scope/paths/" + i1,schemaPath:"#/properties/spec/properties/scope/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err27);
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/scope/paths/" + i1,schemaPath:"#/properties/spec/properties/scope/properties/paths/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err28);
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/spec/scope/paths",schemaPath:"#/properties/spec/properties/scope/properties/paths/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err29);
errors++;
}
}
if(data7.repository !== undefined){
let data12 = data7.repository;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err30 = {instancePath:instancePath+"/spec/scope/repository",schemaPath:"#/properties/spec/properties/scope/properties/repository/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err30);
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/spec/scope/repository",schemaPath:"#/properties/spec/properties/scope/properties/repository/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err31);
errors++;
}
}
if(data7.environment !== undefined){
let data13 = data7.environment;
if(typeof data13 === "string"){
if(!pattern6.test(data13)){
const err32 = {instancePath:instancePath+"/spec/scope/environment",schemaPath:"#/properties/spec/properties/scope/properties/environment/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err32);
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/spec/scope/environment",schemaPath:"#/properties/spec/properties/scope/properties/environment/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err33);
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/spec/scope",schemaPath:"#/properties/spec/properties/scope/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err34);
errors++;
}
}
if(data5.reason !== undefined){
let data14 = data5.reason;
if(typeof data14 === "string"){
if(!pattern6.test(data14)){
const err35 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err35);
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err36);
errors++;
}
}
if(data5.approver !== undefined){
let data15 = data5.approver;
if(typeof data15 === "string"){
if(!pattern6.test(data15)){
const err37 = {instancePath:instancePath+"/spec/approver",schemaPath:"#/properties/spec/properties/approver/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err37);
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/approver",schemaPath:"#/properties/spec/properties/approver/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err38);
errors++;
}
}
if(data5.evidence !== undefined){
let data16 = data5.evidence;
if(typeof data16 === "string"){
if(!pattern6.test(data16)){
const err39 = {instancePath:instancePath+"/spec/evidence",schemaPath:"#/properties/spec/properties/evidence/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err39);
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/spec/evidence",schemaPath:"#/properties/spec/properties/evidence/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err40);
errors++;
}
}
if(data5.expires !== undefined){
let data17 = data5.expires;
if(typeof data17 === "string"){
if(!pattern22.test(data17)){
const err41 = {instancePath:instancePath+"/spec/expires",schemaPath:"#/properties/spec/properties/expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}};
(vErrors ??= []).push(err41);
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/spec/expires",schemaPath:"#/properties/spec/properties/expires/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err42);
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err43);
errors++;
}
}
}
else {
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err44);
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
export const override: Validator<OverrideDocument> = validate22;
const pattern39 = new RegExp("^user:\\S+$", "u");
const pattern40 = new RegExp("^team:\\S+$", "u");
const pattern41 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const pattern42 = new RegExp("^([0-9a-f]{40}|[0-9a-f]{64})$", "u");
function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:override:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
(vErrors ??= []).push(err2);
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
(vErrors ??= []).push(err3);
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.kind !== undefined){
if("Override" !== data.kind){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Override"}};
(vErrors ??= []).push(err6);
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err7);
errors++;
}
for(const key1 in data2){
if(!(key1 === "name")){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err8);
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err9);
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err10);
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err11);
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.rule === undefined){
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rule"}};
(vErrors ??= []).push(err12);
errors++;
}
if(data4.reason === undefined){
const err13 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "reason"}};
(vErrors ??= []).push(err13);
errors++;
}
if(data4.approver === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "approver"}};
(vErrors ??= []).push(err14);
errors++;
}
if(data4.at === undefined){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "at"}};
(vErrors ??= []).push(err15);
errors++;
}
if(data4.commit === undefined){
const err16 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "commit"}};
(vErrors ??= []).push(err16);
errors++;
}
for(const key2 in data4){
if(!(((((((key2 === "rule") || (key2 === "scope")) || (key2 === "reason")) || (key2 === "approver")) || (key2 === "teams")) || (key2 === "at")) || (key2 === "commit"))){
const err17 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
(vErrors ??= []).push(err17);
errors++;
}
}
if(data4.rule !== undefined){
let data5 = data4.rule;
if(typeof data5 === "string"){
if(!pattern23.test(data5)){
const err18 = {instancePath:instancePath+"/spec/rule",schemaPath:"#/properties/spec/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}/(\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,99})$"}};
(vErrors ??= []).push(err18);
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/spec/rule",schemaPath:"#/properties/spec/properties/rule/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err19);
errors++;
}
}
if(data4.scope !== undefined){
let data6 = data4.scope;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
if(!((((key3 === "resources") || (key3 === "paths")) || (key3 === "repository")) || (key3 === "environment"))){
const err20 = {instancePath:instancePath+"/spec/scope",schemaPath:"#/properties/spec/properties/scope/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
(vErrors ??= []).push(err20);
errors++;
}
}
if(data6.resources !== undefined){
let data7 = data6.resources;
if(Array.isArray(data7)){
if(data7.length < 1){
const err21 = {instancePath:instancePath+"/spec/scope/resources",schemaPath:"#/properties/spec/properties/scope/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err21);
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
const err22 = {instancePath:instancePath+"/spec/scope/resources/" + i0,schemaPath:"#/properties/spec/properties/scope/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err22);
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/spec/scope/resources/" + i0,schemaPath:"#/properties/spec/properties/scope/properties/resources/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err23);
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/spec/scope/resources",schemaPath:"#/properties/spec/properties/scope/properties/resources/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err24);
errors++;
}
}
if(data6.paths !== undefined){
let data9 = data6.paths;
if(Array.isArray(data9)){
if(data9.length < 1){
const err25 = {instancePath:instancePath+"/spec/scope/paths",schemaPath:"#/properties/spec/properties/scope/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err25);
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err26 = {instancePath:instancePath+"/spec/scope/paths/" + i1,schemaPath:"#/properties/spec/properties/scope/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err26);
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/spec/scope/paths/" + i1,schemaPath:"#/properties/spec/properties/scope/properties/paths/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err27);
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec/scope/paths",schemaPath:"#/properties/spec/properties/scope/properties/paths/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err28);
errors++;
}
}
if(data6.repository !== undefined){
let data11 = data6.repository;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err29 = {instancePath:instancePath+"/spec/scope/repository",schemaPath:"#/properties/spec/properties/scope/properties/repository/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err29);
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/spec/scope/repository",schemaPath:"#/properties/spec/properties/scope/properties/repository/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err30);
errors++;
}
}
if(data6.environment !== undefined){
let data12 = data6.environment;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err31 = {instancePath:instancePath+"/spec/scope/environment",schemaPath:"#/properties/spec/properties/scope/properties/environment/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err31);
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/spec/scope/environment",schemaPath:"#/properties/spec/properties/scope/properties/environment/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err32);
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/scope",schemaPath:"#/properties/spec/properties/scope/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err33);
errors++;
}
}
if(data4.reason !== undefined){
let data13 = data4.reason;
if(typeof data13 === "string"){
if(!pattern6.test(data13)){
const err34 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err34);
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err35);
errors++;
}
}
if(data4.approver !== undefined){
let data14 = data4.approver;
if(typeof data14 === "string"){
if(!pattern39.test(data14)){
const err36 = {instancePath:instancePath+"/spec/approver",schemaPath:"#/properties/spec/properties/approver/pattern",keyword:"pattern",params:{pattern: "^user:\\S+$"}};
(vErrors ??= []).push(err36);
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/spec/approver",schemaPath:"#/properties/spec/properties/approver/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err37);
errors++;
}
}
if(data4.teams !== undefined){
let data15 = data4.teams;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(!pattern40.test(data16)){
const err38 = {instancePath:instancePath+"/spec/teams/" + i2,schemaPath:"#/properties/spec/properties/teams/items/pattern",keyword:"pattern",params:{pattern: "^team:\\S+$"}};
(vErrors ??= []).push(err38);
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/spec/teams/" + i2,schemaPath:"#/properties/spec/properties/teams/items/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err39);
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec/teams",schemaPath:"#/properties/spec/properties/teams/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err40);
errors++;
}
}
if(data4.at !== undefined){
let data17 = data4.at;
if(typeof data17 === "string"){
if(!pattern41.test(data17)){
const err41 = {instancePath:instancePath+"/spec/at",schemaPath:"#/properties/spec/properties/at/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$"}};
(vErrors ??= []).push(err41);
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/spec/at",schemaPath:"#/properties/spec/properties/at/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err42);
errors++;
}
}
if(data4.commit !== undefined){
let data18 = data4.commit;
if(typeof data18 === "string"){
if(!pattern42.test(data18)){
const err43 = {instancePath:instancePath+"/spec/commit",schemaPath:"#/properties/spec/properties/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"}};
(vErrors ??= []).push(err43);
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/spec/commit",schemaPath:"#/properties/spec/properties/commit/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err44);
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err45);
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err46);
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
export const policyTest: Validator<PolicyTest> = validate23;
const schema34 = {"properties":{"spec":{"properties":{"cases":{"items":{"properties":{"expect":{"items":{"properties":{"outcome":{"enum":["fail","pass","unknown","excepted","error","not-applicable"]}}}}}}}}}}};
function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:policy-test:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
(vErrors ??= []).push(err2);
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
(vErrors ??= []).push(err3);
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.kind !== undefined){
if("PolicyTest" !== data.kind){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "PolicyTest"}};
(vErrors ??= []).push(err6);
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err7);
errors++;
}
for(const key1 in data2){
if(!(key1 === "name")){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err8);
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err9);
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err10);
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err11);
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.policy === undefined){
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "policy"}};
(vErrors ??= []).push(err12);
errors++;
}
if(data4.cases === undefined){
const err13 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "cases"}};
(vErrors ??= []).push(err13);
errors++;
}
for(const key2 in data4){
if(!(((((key2 === "policy") || (key2 === "params")) || (key2 === "now")) || (key2 === "environment")) || (key2 === "cases"))){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
(vErrors ??= []).push(err14);
errors++;
}
}
if(data4.policy !== undefined){
let data5 = data4.policy;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err15 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err15);
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err16);
errors++;
}
}
if(data4.params !== undefined){
let data6 = data4.params;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
}
else {
const err17 = {instancePath:instancePath+"/spec/params",schemaPath:"#/properties/spec/properties/params/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err17);
errors++;
}
}
if(data4.now !== undefined){
let data7 = data4.now;
if(typeof data7 === "string"){
if(!pattern22.test(data7)){
const err18 = {instancePath:instancePath+"/spec/now",schemaPath:"#/properties/spec/properties/now/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}};
(vErrors ??= []).push(err18);
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/spec/now",schemaPath:"#/properties/spec/properties/now/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err19);
errors++;
}
}
if(data4.environment !== undefined){
let data8 = data4.environment;
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
const err20 = {instancePath:instancePath+"/spec/environment",schemaPath:"#/properties/spec/properties/environment/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err20);
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/spec/environment",schemaPath:"#/properties/spec/properties/environment/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err21);
errors++;
}
}
if(data4.cases !== undefined){
let data9 = data4.cases;
if(Array.isArray(data9)){
if(data9.length < 1){
const err22 = {instancePath:instancePath+"/spec/cases",schemaPath:"#/properties/spec/properties/cases/minItems",keyword:"minItems",params:{limit: 1}};
(vErrors ??= []).push(err22);
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err23 = {instancePath:instancePath+"/spec/cases/" + i0,schemaPath:"#/properties/spec/properties/cases/items/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err23);
errors++;
}
if(data10.given === undefined){
const err24 = {instancePath:instancePath+"/spec/cases/" + i0,schemaPath:"#/properties/spec/properties/cases/items/required",keyword:"required",params:{missingProperty: "given"}};
(vErrors ??= []).push(err24);
errors++;
}
if(data10.expect === undefined){
const err25 = {instancePath:instancePath+"/spec/cases/" + i0,schemaPath:"#/properties/spec/properties/cases/items/required",keyword:"required",params:{missingProperty: "expect"}};
(vErrors ??= []).push(err25);
errors++;
}
for(const key3 in data10){
if(!((((key3 === "name") || (key3 === "params")) || (key3 === "given")) || (key3 === "expect"))){
const err26 = {instancePath:instancePath+"/spec/cases/" + i0,schemaPath:"#/properties/spec/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
(vErrors ??= []).push(err26);
errors++;
}
}
if(data10.name !== undefined){
let data11 = data10.name;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err27 = {instancePath:instancePath+"/spec/cases/" + i0+"/name",schemaPath:"#/properties/spec/properties/cases/items/properties/name/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err27);
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/cases/" + i0+"/name",schemaPath:"#/properties/spec/properties/cases/items/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err28);
errors++;
}
}
if(data10.params !== undefined){
let data12 = data10.params;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
}
else {
const err29 = {instancePath:instancePath+"/spec/cases/" + i0+"/params",schemaPath:"#/properties/spec/properties/cases/items/properties/params/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err29);
errors++;
}
}
if(data10.given !== undefined){
let data13 = data10.given;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 1){
const err30 = {instancePath:instancePath+"/spec/cases/" + i0+"/given",schemaPath:"#/properties/spec/properties/cases/items/properties/given/minProperties",keyword:"minProperties",params:{limit: 1}};
(vErrors ??= []).push(err30);
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/spec/cases/" + i0+"/given",schemaPath:"#/properties/spec/properties/cases/items/properties/given/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err31);
errors++;
}
}
if(data10.expect !== undefined){
let data14 = data10.expect;
if(Array.isArray(data14)){
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
let data15 = data14[i1];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.rule === undefined){
const err32 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1,schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/required",keyword:"required",params:{missingProperty: "rule"}};
(vErrors ??= []).push(err32);
errors++;
}
if(data15.outcome === undefined){
const err33 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1,schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/required",keyword:"required",params:{missingProperty: "outcome"}};
(vErrors ??= []).push(err33);
errors++;
}
for(const key4 in data15){
if(!((((key4 === "rule") || (key4 === "subject")) || (key4 === "outcome")) || (key4 === "message"))){
const err34 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1,schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
(vErrors ??= []).push(err34);
errors++;
}
}
if(data15.rule !== undefined){
let data16 = data15.rule;
if(typeof data16 === "string"){
if(!pattern4.test(data16)){
const err35 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/rule",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}};
(vErrors ??= []).push(err35);
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/rule",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/rule/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err36);
errors++;
}
}
if(data15.subject !== undefined){
let data17 = data15.subject;
if(typeof data17 === "string"){
if(!pattern6.test(data17)){
const err37 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/subject",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/subject/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err37);
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/subject",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/subject/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err38);
errors++;
}
}
if(data15.outcome !== undefined){
let data18 = data15.outcome;
if(!((((((data18 === "fail") || (data18 === "pass")) || (data18 === "unknown")) || (data18 === "excepted")) || (data18 === "error")) || (data18 === "not-applicable"))){
const err39 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/outcome",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema34.properties.spec.properties.cases.items.properties.expect.items.properties.outcome.enum}};
(vErrors ??= []).push(err39);
errors++;
}
}
if(data15.message !== undefined){
let data19 = data15.message;
if(typeof data19 === "string"){
if(!pattern6.test(data19)){
const err40 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/message",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/message/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err40);
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1+"/message",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/properties/message/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err41);
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect/" + i1,schemaPath:"#/properties/spec/properties/cases/items/properties/expect/items/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err42);
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/spec/cases/" + i0+"/expect",schemaPath:"#/properties/spec/properties/cases/items/properties/expect/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err43);
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec/cases/" + i0,schemaPath:"#/properties/spec/properties/cases/items/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err44);
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/spec/cases",schemaPath:"#/properties/spec/properties/cases/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err45);
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err46);
errors++;
}
}
}
else {
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err47);
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
export const pack: Validator<PackDocument> = validate24;
const pattern51 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,7}$", "u");
function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:pack:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
(vErrors ??= []).push(err2);
errors++;
}
for(const key0 in data){
if(!(((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err3);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.kind !== undefined){
if("Pack" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Pack"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err6 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err6);
errors++;
}
if(data2.version === undefined){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "version"}};
(vErrors ??= []).push(err7);
errors++;
}
if(data2.description === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "description"}};
(vErrors ??= []).push(err8);
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "version")) || (key1 === "description"))){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err9);
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern51.test(data3)){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,7}$"}};
(vErrors ??= []).push(err10);
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err11);
errors++;
}
}
if(data2.version !== undefined){
let data4 = data2.version;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err12 = {instancePath:instancePath+"/metadata/version",schemaPath:"#/properties/metadata/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$"}};
(vErrors ??= []).push(err12);
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/version",schemaPath:"#/properties/metadata/properties/version/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err13);
errors++;
}
}
if(data2.description !== undefined){
let data5 = data2.description;
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err14 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err14);
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err15);
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err16);
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err17);
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
export const lock: Validator<LockDocument> = validate25;
const schema36 = {"properties":{"packs":{"items":{"properties":{"source":{"enum":["ready","folder","git"]}}}}}};
const pattern57 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:lock:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.packs === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "packs"}};
(vErrors ??= []).push(err2);
errors++;
}
for(const key0 in data){
if(!(((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "packs"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err3);
errors++;
}
}
if(data.apiVersion !== undefined){
if("tollgate/v1" !== data.apiVersion){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "tollgate/v1"}};
(vErrors ??= []).push(err4);
errors++;
}
}
if(data.kind !== undefined){
if("Lock" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Lock"}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.packs !== undefined){
let data2 = data.packs;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err6 = {instancePath:instancePath+"/packs/" + i0,schemaPath:"#/properties/packs/items/required",keyword:"required",params:{missingProperty: "name"}};
(vErrors ??= []).push(err6);
errors++;
}
if(data3.source === undefined){
const err7 = {instancePath:instancePath+"/packs/" + i0,schemaPath:"#/properties/packs/items/required",keyword:"required",params:{missingProperty: "source"}};
(vErrors ??= []).push(err7);
errors++;
}
if(data3.digest === undefined){
const err8 = {instancePath:instancePath+"/packs/" + i0,schemaPath:"#/properties/packs/items/required",keyword:"required",params:{missingProperty: "digest"}};
(vErrors ??= []).push(err8);
errors++;
}
for(const key1 in data3){
if(!(((((key1 === "name") || (key1 === "source")) || (key1 === "version")) || (key1 === "commit")) || (key1 === "digest"))){
const err9 = {instancePath:instancePath+"/packs/" + i0,schemaPath:"#/properties/packs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err9);
errors++;
}
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err10 = {instancePath:instancePath+"/packs/" + i0+"/name",schemaPath:"#/properties/packs/items/properties/name/pattern",keyword:"pattern",params:{pattern: "\\S"}};
(vErrors ??= []).push(err10);
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/packs/" + i0+"/name",schemaPath:"#/properties/packs/items/properties/name/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err11);
errors++;
}
}
if(data3.source !== undefined){
let data5 = data3.source;
if(!(((data5 === "ready") || (data5 === "folder")) || (data5 === "git"))){
const err12 = {instancePath:instancePath+"/packs/" + i0+"/source",schemaPath:"#/properties/packs/items/properties/source/enum",keyword:"enum",params:{allowedValues: schema36.properties.packs.items.properties.source.enum}};
(vErrors ??= []).push(err12);
errors++;
}
}
if(data3.version !== undefined){
let data6 = data3.version;
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
const err13 = {instancePath:instancePath+"/packs/" + i0+"/version",schemaPath:"#/properties/packs/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$"}};
(vErrors ??= []).push(err13);
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/packs/" + i0+"/version",schemaPath:"#/properties/packs/items/properties/version/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err14);
errors++;
}
}
if(data3.commit !== undefined){
let data7 = data3.commit;
if(typeof data7 === "string"){
if(!pattern42.test(data7)){
const err15 = {instancePath:instancePath+"/packs/" + i0+"/commit",schemaPath:"#/properties/packs/items/properties/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"}};
(vErrors ??= []).push(err15);
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/packs/" + i0+"/commit",schemaPath:"#/properties/packs/items/properties/commit/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err16);
errors++;
}
}
if(data3.digest !== undefined){
let data8 = data3.digest;
if(typeof data8 === "string"){
if(!pattern57.test(data8)){
const err17 = {instancePath:instancePath+"/packs/" + i0+"/digest",schemaPath:"#/properties/packs/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}};
(vErrors ??= []).push(err17);
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/packs/" + i0+"/digest",schemaPath:"#/properties/packs/items/properties/digest/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err18);
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/packs/" + i0,schemaPath:"#/properties/packs/items/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err19);
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/packs",schemaPath:"#/properties/packs/type",keyword:"type",params:{type: "array"}};
(vErrors ??= []).push(err20);
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
(vErrors ??= []).push(err21);
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
