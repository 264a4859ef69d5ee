// @ts-nocheck
// Generated from schema/*.json by scripts/generate-validators.ts; after a change there run it again.
import type { CostReport } from '../estimate/cost-report.ts';
import type { CostChange } from '../changes/cost-change.ts';
import type { Validator } from './validator.ts';

export const isCostReport: Validator<CostReport> = validate20;
const schema31 = {"required":["kind","version","currency","prices","monthlyCost","range","coverage","resources","problems"],"properties":{"kind":{"const":"CostReport"},"version":{"const":1},"currency":{},"prices":{"required":["source","asOf"],"properties":{"source":{},"asOf":{"type":["string","null"]}}},"monthlyCost":{},"range":{},"coverage":{},"settings":{"items":{"required":["rule","uses"],"properties":{"rule":{},"uses":{"type":["integer","null"],"minimum":0}}}},"rootModules":{"items":{"required":["name","monthlyCost","range","coverage"],"properties":{"name":{},"monthlyCost":{},"range":{},"coverage":{}}}},"resources":{"items":{}},"problems":{"items":{}}},"$defs":{"decimal":{},"count":{"minimum":0},"coverage":{"required":["priced","free","usageNeeded","unpriced","unsupported"],"properties":{"priced":{},"free":{},"usageNeeded":{},"unpriced":{},"unsupported":{}}},"range":{"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}},"dimensions":{"additionalProperties":{}},"resource":{"required":["address","type","region","status","monthlyCost","range","source","components","assumptions","unknowns"],"properties":{"rootModule":{},"address":{},"type":{},"region":{},"status":{"enum":["priced","free","unpriced","unsupported"]},"monthlyCost":{},"range":{},"source":{"type":["object","null"],"required":["file","startLine"],"properties":{"file":{},"startLine":{"minimum":1}}},"components":{"items":{}},"assumptions":{"items":{"required":["attribute","value"],"properties":{"attribute":{},"value":{}}}},"unknowns":{"items":{}},"schedule":{}}},"component":{"required":["group","name","unit","monthlyQuantity","unitPrice","monthlyCost","usageBased","status","rate"],"properties":{"group":{"items":{}},"name":{},"unit":{},"monthlyQuantity":{},"unitPrice":{},"monthlyCost":{},"usageBased":{},"status":{"enum":["priced","unpriced","usage-needed"]},"rate":{"type":["string","null"]},"dimensions":{},"region":{},"plus":{"required":["rate"],"properties":{"rate":{},"dimensions":{}}},"rules":{"items":{}},"reason":{},"price":{"required":["source","date","derived"],"properties":{"source":{},"date":{},"derived":{}}}}},"decimalOrNull":{"type":["string","null"]}}};
const pattern4 = new RegExp("^[A-Z]{3}$", "u");
const pattern5 = new RegExp("^\\d{1,30}(\\.\\d{1,30})?$", "u");
const pattern8 = new RegExp(".", "u");
const schema33 = {"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}};
function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema33.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.low === undefined) && (missing0 = "low")) || ((data.high === undefined) && (missing0 = "high"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.low !== undefined){
let data0 = data.low;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate21.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.high !== undefined){
let data1 = data.high;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate21.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":{"low":true,"high":true},"dynamicProps":false,"dynamicItems":false};
function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.priced === undefined) && (missing0 = "priced")) || ((data.free === undefined) && (missing0 = "free"))) || ((data.usageNeeded === undefined) && (missing0 = "usageNeeded"))) || ((data.unpriced === undefined) && (missing0 = "unpriced"))) || ((data.unsupported === undefined) && (missing0 = "unsupported"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.priced !== undefined){
let data0 = data.priced;
const _errs1 = errors;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate23.errors = [{instancePath:instancePath+"/priced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate23.errors = [{instancePath:instancePath+"/priced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.free !== undefined){
let data1 = data.free;
const _errs4 = errors;
const _errs5 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate23.errors = [{instancePath:instancePath+"/free",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate23.errors = [{instancePath:instancePath+"/free",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.usageNeeded !== undefined){
let data2 = data.usageNeeded;
const _errs7 = errors;
const _errs8 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate23.errors = [{instancePath:instancePath+"/usageNeeded",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate23.errors = [{instancePath:instancePath+"/usageNeeded",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unpriced !== undefined){
let data3 = data.unpriced;
const _errs10 = errors;
const _errs11 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate23.errors = [{instancePath:instancePath+"/unpriced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate23.errors = [{instancePath:instancePath+"/unpriced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unsupported !== undefined){
let data4 = data.unsupported;
const _errs13 = errors;
const _errs14 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate23.errors = [{instancePath:instancePath+"/unsupported",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs14){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate23.errors = [{instancePath:instancePath+"/unsupported",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs13 === errors;
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
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":{"priced":true,"free":true,"usageNeeded":true,"unpriced":true,"unsupported":true},"dynamicProps":false,"dynamicItems":false};
const schema43 = {"required":["address","type","region","status","monthlyCost","range","source","components","assumptions","unknowns"],"properties":{"rootModule":{},"address":{},"type":{},"region":{},"status":{"enum":["priced","free","unpriced","unsupported"]},"monthlyCost":{},"range":{},"source":{"type":["object","null"],"required":["file","startLine"],"properties":{"file":{},"startLine":{"minimum":1}}},"components":{"items":{}},"assumptions":{"items":{"required":["attribute","value"],"properties":{"attribute":{},"value":{}}}},"unknowns":{"items":{}},"schedule":{}}};
const schema45 = {"required":["group","name","unit","monthlyQuantity","unitPrice","monthlyCost","usageBased","status","rate"],"properties":{"group":{"items":{}},"name":{},"unit":{},"monthlyQuantity":{},"unitPrice":{},"monthlyCost":{},"usageBased":{},"status":{"enum":["priced","unpriced","usage-needed"]},"rate":{"type":["string","null"]},"dimensions":{},"region":{},"plus":{"required":["rate"],"properties":{"rate":{},"dimensions":{}}},"rules":{"items":{}},"reason":{},"price":{"required":["source","date","derived"],"properties":{"source":{},"date":{},"derived":{}}}}};
const schema46 = {"type":["string","null"]};
const pattern19 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.group === undefined) && (missing0 = "group")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.unit === undefined) && (missing0 = "unit"))) || ((data.monthlyQuantity === undefined) && (missing0 = "monthlyQuantity"))) || ((data.unitPrice === undefined) && (missing0 = "unitPrice"))) || ((data.monthlyCost === undefined) && (missing0 = "monthlyCost"))) || ((data.usageBased === undefined) && (missing0 = "usageBased"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.rate === undefined) && (missing0 = "rate"))){
validate29.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.group !== undefined){
let data0 = data.group;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate29.errors = [{instancePath:instancePath+"/group/" + i0,schemaPath:"#/properties/group/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data2 = data.name;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate29.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs7 = errors;
if(typeof data.unit !== "string"){
validate29.errors = [{instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyQuantity !== undefined){
let data4 = data.monthlyQuantity;
const _errs9 = errors;
const _errs10 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate29.errors = [{instancePath:instancePath+"/monthlyQuantity",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema46.type}}];
return false;
}
if(errors === _errs10){
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
validate29.errors = [{instancePath:instancePath+"/monthlyQuantity",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unitPrice !== undefined){
let data5 = data.unitPrice;
const _errs12 = errors;
const _errs13 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate29.errors = [{instancePath:instancePath+"/unitPrice",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema46.type}}];
return false;
}
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate29.errors = [{instancePath:instancePath+"/unitPrice",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyCost !== undefined){
let data6 = data.monthlyCost;
const _errs15 = errors;
const _errs16 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate29.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema46.type}}];
return false;
}
if(errors === _errs16){
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
validate29.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.usageBased !== undefined){
const _errs18 = errors;
if(typeof data.usageBased !== "boolean"){
validate29.errors = [{instancePath:instancePath+"/usageBased",schemaPath:"#/properties/usageBased/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data8 = data.status;
const _errs20 = errors;
if(!(((data8 === "priced") || (data8 === "unpriced")) || (data8 === "usage-needed"))){
validate29.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema45.properties.status.enum}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rate !== undefined){
let data9 = data.rate;
const _errs21 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate29.errors = [{instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/type",keyword:"type",params:{type: schema45.properties.rate.type}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dimensions !== undefined){
let data10 = data.dimensions;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key0 in data10){
const _errs27 = errors;
if(typeof data10[key0] !== "string"){
validate29.errors = [{instancePath:instancePath+"/dimensions/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/dimensions/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/dimensions",schemaPath:"#/$defs/dimensions/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.region !== undefined){
const _errs29 = errors;
if(typeof data.region !== "string"){
validate29.errors = [{instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plus !== undefined){
let data13 = data.plus;
const _errs31 = errors;
if(errors === _errs31){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing1;
if((data13.rate === undefined) && (missing1 = "rate")){
validate29.errors = [{instancePath:instancePath+"/plus",schemaPath:"#/properties/plus/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data13.rate !== undefined){
const _errs33 = errors;
if(typeof data13.rate !== "string"){
validate29.errors = [{instancePath:instancePath+"/plus/rate",schemaPath:"#/properties/plus/properties/rate/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data13.dimensions !== undefined){
let data15 = data13.dimensions;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key1 in data15){
const _errs39 = errors;
if(typeof data15[key1] !== "string"){
validate29.errors = [{instancePath:instancePath+"/plus/dimensions/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/dimensions/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs39 === errors;
if(!valid9){
break;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/plus/dimensions",schemaPath:"#/$defs/dimensions/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs35 === errors;
}
else {
var valid7 = true;
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/plus",schemaPath:"#/properties/plus/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rules !== undefined){
let data17 = data.rules;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data17)){
var valid10 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
const _errs43 = errors;
if(errors === _errs43){
if(typeof data18 === "string"){
if(!pattern8.test(data18)){
validate29.errors = [{instancePath:instancePath+"/rules/" + i1,schemaPath:"#/properties/rules/items/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/rules/" + i1,schemaPath:"#/properties/rules/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs43 === errors;
if(!valid10){
break;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs45 = errors;
if(typeof data.reason !== "string"){
validate29.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.price !== undefined){
let data20 = data.price;
const _errs47 = errors;
if(errors === _errs47){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing2;
if((((data20.source === undefined) && (missing2 = "source")) || ((data20.date === undefined) && (missing2 = "date"))) || ((data20.derived === undefined) && (missing2 = "derived"))){
validate29.errors = [{instancePath:instancePath+"/price",schemaPath:"#/properties/price/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data20.source !== undefined){
const _errs49 = errors;
if(typeof data20.source !== "string"){
validate29.errors = [{instancePath:instancePath+"/price/source",schemaPath:"#/properties/price/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data20.date !== undefined){
let data22 = data20.date;
const _errs51 = errors;
if(errors === _errs51){
if(typeof data22 === "string"){
if(!pattern19.test(data22)){
validate29.errors = [{instancePath:instancePath+"/price/date",schemaPath:"#/properties/price/properties/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/price/date",schemaPath:"#/properties/price/properties/date/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs51 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data20.derived !== undefined){
const _errs53 = errors;
if(typeof data20.derived !== "boolean"){
validate29.errors = [{instancePath:instancePath+"/price/derived",schemaPath:"#/properties/price/properties/derived/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid11 = _errs53 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/price",schemaPath:"#/properties/price/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs47 === errors;
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
}
}
}
}
}
}
else {
validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":{"group":true,"name":true,"unit":true,"monthlyQuantity":true,"unitPrice":true,"monthlyCost":true,"usageBased":true,"status":true,"rate":true,"dimensions":true,"region":true,"plus":true,"rules":true,"reason":true,"price":true},"dynamicProps":false,"dynamicItems":false};
function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.address === undefined) && (missing0 = "address")) || ((data.type === undefined) && (missing0 = "type"))) || ((data.region === undefined) && (missing0 = "region"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.monthlyCost === undefined) && (missing0 = "monthlyCost"))) || ((data.range === undefined) && (missing0 = "range"))) || ((data.source === undefined) && (missing0 = "source"))) || ((data.components === undefined) && (missing0 = "components"))) || ((data.assumptions === undefined) && (missing0 = "assumptions"))) || ((data.unknowns === undefined) && (missing0 = "unknowns"))){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.rootModule !== undefined){
const _errs1 = errors;
if(typeof data.rootModule !== "string"){
validate27.errors = [{instancePath:instancePath+"/rootModule",schemaPath:"#/properties/rootModule/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
let data1 = data.address;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
validate27.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data2 = data.type;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate27.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.region !== undefined){
const _errs7 = errors;
if(typeof data.region !== "string"){
validate27.errors = [{instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data4 = data.status;
const _errs9 = errors;
if(!((((data4 === "priced") || (data4 === "free")) || (data4 === "unpriced")) || (data4 === "unsupported"))){
validate27.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema43.properties.status.enum}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyCost !== undefined){
let data5 = data.monthlyCost;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate27.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.range !== undefined){
const _errs13 = errors;
if(!(validate21(data.range, {instancePath:instancePath+"/range",parentData:data,parentDataProperty:"range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data7 = data.source;
const _errs14 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
validate27.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: schema43.properties.source.type}}];
return false;
}
if(errors === _errs14){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.file === undefined) && (missing1 = "file")) || ((data7.startLine === undefined) && (missing1 = "startLine"))){
validate27.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data7.file !== undefined){
const _errs16 = errors;
if(typeof data7.file !== "string"){
validate27.errors = [{instancePath:instancePath+"/source/file",schemaPath:"#/properties/source/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data7.startLine !== undefined){
let data9 = data7.startLine;
const _errs18 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate27.errors = [{instancePath:instancePath+"/source/startLine",schemaPath:"#/properties/source/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs18){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate27.errors = [{instancePath:instancePath+"/source/startLine",schemaPath:"#/properties/source/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.components !== undefined){
let data10 = data.components;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data10)){
var valid3 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs22 = errors;
if(!(validate29(data10[i0], {instancePath:instancePath+"/components/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid3 = _errs22 === errors;
if(!valid3){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/components",schemaPath:"#/properties/components/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.assumptions !== undefined){
let data12 = data.assumptions;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data12)){
var valid4 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
const _errs25 = errors;
if(errors === _errs25){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing2;
if(((data13.attribute === undefined) && (missing2 = "attribute")) || ((data13.value === undefined) && (missing2 = "value"))){
validate27.errors = [{instancePath:instancePath+"/assumptions/" + i1,schemaPath:"#/properties/assumptions/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data13.attribute !== undefined){
const _errs27 = errors;
if(typeof data13.attribute !== "string"){
validate27.errors = [{instancePath:instancePath+"/assumptions/" + i1+"/attribute",schemaPath:"#/properties/assumptions/items/properties/attribute/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data13.value !== undefined){
const _errs29 = errors;
if(typeof data13.value !== "string"){
validate27.errors = [{instancePath:instancePath+"/assumptions/" + i1+"/value",schemaPath:"#/properties/assumptions/items/properties/value/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/assumptions/" + i1,schemaPath:"#/properties/assumptions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs25 === errors;
if(!valid4){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/assumptions",schemaPath:"#/properties/assumptions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unknowns !== undefined){
let data16 = data.unknowns;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data16)){
var valid6 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
const _errs33 = errors;
if(typeof data16[i2] !== "string"){
validate27.errors = [{instancePath:instancePath+"/unknowns/" + i2,schemaPath:"#/properties/unknowns/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs33 === errors;
if(!valid6){
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/unknowns",schemaPath:"#/properties/unknowns/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.schedule !== undefined){
const _errs35 = errors;
if(typeof data.schedule !== "string"){
validate27.errors = [{instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs35 === errors;
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
}
}
}
else {
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":{"rootModule":true,"address":true,"type":true,"region":true,"status":true,"monthlyCost":true,"range":true,"source":true,"components":true,"assumptions":true,"unknowns":true,"schedule":true},"dynamicProps":false,"dynamicItems":false};
function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:cost-report:1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.prices === undefined) && (missing0 = "prices"))) || ((data.monthlyCost === undefined) && (missing0 = "monthlyCost"))) || ((data.range === undefined) && (missing0 = "range"))) || ((data.coverage === undefined) && (missing0 = "coverage"))) || ((data.resources === undefined) && (missing0 = "resources"))) || ((data.problems === undefined) && (missing0 = "problems"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.kind !== undefined){
const _errs1 = errors;
if("CostReport" !== data.kind){
validate20.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "CostReport"}}];
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
if(data.currency !== undefined){
let data2 = data.currency;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
validate20.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prices !== undefined){
let data3 = data.prices;
const _errs5 = errors;
if(errors === _errs5){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.source === undefined) && (missing1 = "source")) || ((data3.asOf === undefined) && (missing1 = "asOf"))){
validate20.errors = [{instancePath:instancePath+"/prices",schemaPath:"#/properties/prices/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data3.source !== undefined){
const _errs7 = errors;
if(typeof data3.source !== "string"){
validate20.errors = [{instancePath:instancePath+"/prices/source",schemaPath:"#/properties/prices/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.asOf !== undefined){
let data5 = data3.asOf;
const _errs9 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate20.errors = [{instancePath:instancePath+"/prices/asOf",schemaPath:"#/properties/prices/properties/asOf/type",keyword:"type",params:{type: schema31.properties.prices.properties.asOf.type}}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/prices",schemaPath:"#/properties/prices/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyCost !== undefined){
let data6 = data.monthlyCost;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
validate20.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.range !== undefined){
const _errs14 = errors;
if(!(validate21(data.range, {instancePath:instancePath+"/range",parentData:data,parentDataProperty:"range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coverage !== undefined){
const _errs15 = errors;
if(!(validate23(data.coverage, {instancePath:instancePath+"/coverage",parentData:data,parentDataProperty:"coverage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.settings !== undefined){
let data9 = data.settings;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data9)){
var valid3 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.rule === undefined) && (missing2 = "rule")) || ((data10.uses === undefined) && (missing2 = "uses"))){
validate20.errors = [{instancePath:instancePath+"/settings/" + i0,schemaPath:"#/properties/settings/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data10.rule !== undefined){
let data11 = data10.rule;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data11 === "string"){
if(!pattern8.test(data11)){
validate20.errors = [{instancePath:instancePath+"/settings/" + i0+"/rule",schemaPath:"#/properties/settings/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/settings/" + i0+"/rule",schemaPath:"#/properties/settings/items/properties/rule/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data10.uses !== undefined){
let data12 = data10.uses;
const _errs22 = errors;
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (data12 !== null)){
validate20.errors = [{instancePath:instancePath+"/settings/" + i0+"/uses",schemaPath:"#/properties/settings/items/properties/uses/type",keyword:"type",params:{type: schema31.properties.settings.items.properties.uses.type}}];
return false;
}
if(errors === _errs22){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate20.errors = [{instancePath:instancePath+"/settings/" + i0+"/uses",schemaPath:"#/properties/settings/items/properties/uses/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/settings/" + i0,schemaPath:"#/properties/settings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rootModules !== undefined){
let data13 = data.rootModules;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data13)){
var valid5 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
const _errs26 = errors;
if(errors === _errs26){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing3;
if(((((data14.name === undefined) && (missing3 = "name")) || ((data14.monthlyCost === undefined) && (missing3 = "monthlyCost"))) || ((data14.range === undefined) && (missing3 = "range"))) || ((data14.coverage === undefined) && (missing3 = "coverage"))){
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1,schemaPath:"#/properties/rootModules/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data14.name !== undefined){
let data15 = data14.name;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1+"/name",schemaPath:"#/properties/rootModules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1+"/name",schemaPath:"#/properties/rootModules/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.monthlyCost !== undefined){
let data16 = data14.monthlyCost;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1+"/monthlyCost",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1+"/monthlyCost",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid6 = _errs30 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.range !== undefined){
const _errs33 = errors;
if(!(validate21(data14.range, {instancePath:instancePath+"/rootModules/" + i1+"/range",parentData:data14,parentDataProperty:"range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.coverage !== undefined){
const _errs34 = errors;
if(!(validate23(data14.coverage, {instancePath:instancePath+"/rootModules/" + i1+"/coverage",parentData:data14,parentDataProperty:"coverage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid6 = _errs34 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/rootModules/" + i1,schemaPath:"#/properties/rootModules/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs26 === errors;
if(!valid5){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/rootModules",schemaPath:"#/properties/rootModules/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resources !== undefined){
let data19 = data.resources;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data19)){
var valid8 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
const _errs37 = errors;
if(!(validate27(data19[i2], {instancePath:instancePath+"/resources/" + i2,parentData:data19,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid8 = _errs37 === errors;
if(!valid8){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data21 = data.problems;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data21)){
var valid9 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs40 = errors;
if(errors === _errs40){
if(typeof data22 === "string"){
if(!pattern8.test(data22)){
validate20.errors = [{instancePath:instancePath+"/problems/" + i3,schemaPath:"#/properties/problems/items/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/problems/" + i3,schemaPath:"#/properties/problems/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid9 = _errs40 === errors;
if(!valid9){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs38 === errors;
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
validate20.evaluated = {"props":{"kind":true,"version":true,"currency":true,"prices":true,"monthlyCost":true,"range":true,"coverage":true,"settings":true,"rootModules":true,"resources":true,"problems":true},"dynamicProps":false,"dynamicItems":false};
export const isCostChange: Validator<CostChange> = validate32;
const schema51 = {"required":["kind","version","currency","prices","before","after","monthlyDelta","deltaRange","percent","rootModules","resources","problems"],"properties":{"kind":{"const":"CostChange"},"version":{"const":1},"currency":{},"prices":{"required":["source","asOf"],"properties":{"source":{},"asOf":{"type":["string","null"]}}},"before":{"type":["object","null"]},"after":{},"monthlyDelta":{},"deltaRange":{},"percent":{},"rootModules":{"items":{}},"resources":{"items":{}},"problems":{"items":{}}},"$defs":{"decimal":{},"decimalOrNull":{"type":["string","null"]},"signedDecimal":{},"signedOrNull":{"type":["string","null"]},"textOrNull":{"type":["string","null"]},"count":{"minimum":0},"coverage":{"required":["priced","free","usageNeeded","unpriced","unsupported"],"properties":{"priced":{},"free":{},"usageNeeded":{},"unpriced":{},"unsupported":{}}},"range":{"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}},"deltaRange":{"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}},"totals":{"required":["monthlyCost","range","coverage"],"properties":{"monthlyCost":{},"range":{},"coverage":{}}},"status":{"enum":["priced","free","unpriced","unsupported"]},"source":{"type":["object","null"],"required":["file","startLine"],"properties":{"file":{},"startLine":{"minimum":1}}},"rootModule":{"required":["name","status"],"properties":{"name":{},"status":{"enum":["compared","without-base","unaffected","failed"]},"previousName":{},"before":{},"after":{},"monthlyDelta":{},"deltaRange":{},"reason":{}},"allOf":[{"if":{"properties":{"status":{"const":"compared"}}},"then":{"required":["before","after","monthlyDelta","deltaRange"]}},{"if":{"properties":{"status":{"const":"without-base"}}},"then":{"required":["after","reason"]}},{"if":{"properties":{"status":{"const":"failed"}}},"then":{"required":["reason"]}}]},"resource":{"required":["rootModule","address","type","region","change","status","statusBefore","before","after","delta","deltaRange","reasons","components","source"],"properties":{"rootModule":{},"address":{},"type":{},"region":{},"change":{"enum":["added","removed","changed","moved","unchanged","present"]},"previous":{"required":["address","by"],"properties":{"address":{},"by":{"enum":["moved-block","count","content"]}}},"status":{},"statusBefore":{"enum":["priced","free","unpriced","unsupported",null]},"before":{},"after":{},"delta":{},"deltaRange":{},"reasons":{"items":{}},"components":{"items":{}},"source":{}}},"reason":{"required":["kind"],"properties":{"kind":{"enum":["added","removed","replaced","attribute","usage","schedule","dimension","quantity","price"]},"name":{},"rate":{},"before":{},"after":{}},"allOf":[{"if":{"properties":{"kind":{"enum":["attribute","usage","schedule","dimension","quantity"]}}},"then":{"required":["name","before","after"]}},{"if":{"properties":{"kind":{"const":"price"}}},"then":{"required":["rate","before","after"],"properties":{"before":{},"after":{}}}}]},"component":{"required":["group","name","unit","before","after","delta"],"properties":{"group":{"items":{}},"name":{},"previousName":{},"unit":{},"before":{},"after":{},"delta":{}}},"componentState":{"type":["object","null"],"required":["monthlyQuantity","unitPrice","monthlyCost","status"],"properties":{"monthlyQuantity":{},"unitPrice":{},"monthlyCost":{},"status":{"enum":["priced","unpriced","usage-needed"]}}}}};
const schema63 = {"type":["string","null"]};
const pattern25 = new RegExp("^-?\\d{1,30}(\\.\\d{1,30})?$", "u");
const schema54 = {"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}};
function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema54.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.low === undefined) && (missing0 = "low")) || ((data.high === undefined) && (missing0 = "high"))){
validate34.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.low !== undefined){
let data0 = data.low;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate34.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate34.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.high !== undefined){
let data1 = data.high;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate34.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate34.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":{"low":true,"high":true},"dynamicProps":false,"dynamicItems":false};
function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.priced === undefined) && (missing0 = "priced")) || ((data.free === undefined) && (missing0 = "free"))) || ((data.usageNeeded === undefined) && (missing0 = "usageNeeded"))) || ((data.unpriced === undefined) && (missing0 = "unpriced"))) || ((data.unsupported === undefined) && (missing0 = "unsupported"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.priced !== undefined){
let data0 = data.priced;
const _errs1 = errors;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate36.errors = [{instancePath:instancePath+"/priced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate36.errors = [{instancePath:instancePath+"/priced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.free !== undefined){
let data1 = data.free;
const _errs4 = errors;
const _errs5 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate36.errors = [{instancePath:instancePath+"/free",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate36.errors = [{instancePath:instancePath+"/free",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.usageNeeded !== undefined){
let data2 = data.usageNeeded;
const _errs7 = errors;
const _errs8 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate36.errors = [{instancePath:instancePath+"/usageNeeded",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate36.errors = [{instancePath:instancePath+"/usageNeeded",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unpriced !== undefined){
let data3 = data.unpriced;
const _errs10 = errors;
const _errs11 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate36.errors = [{instancePath:instancePath+"/unpriced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate36.errors = [{instancePath:instancePath+"/unpriced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unsupported !== undefined){
let data4 = data.unsupported;
const _errs13 = errors;
const _errs14 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate36.errors = [{instancePath:instancePath+"/unsupported",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs14){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate36.errors = [{instancePath:instancePath+"/unsupported",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs13 === errors;
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
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":{"priced":true,"free":true,"usageNeeded":true,"unpriced":true,"unsupported":true},"dynamicProps":false,"dynamicItems":false};
function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.monthlyCost === undefined) && (missing0 = "monthlyCost")) || ((data.range === undefined) && (missing0 = "range"))) || ((data.coverage === undefined) && (missing0 = "coverage"))){
validate33.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.monthlyCost !== undefined){
let data0 = data.monthlyCost;
const _errs0 = errors;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate33.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs0 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.range !== undefined){
const _errs3 = errors;
if(!(validate34(data.range, {instancePath:instancePath+"/range",parentData:data,parentDataProperty:"range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coverage !== undefined){
const _errs4 = errors;
if(!(validate36(data.coverage, {instancePath:instancePath+"/coverage",parentData:data,parentDataProperty:"coverage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":{"monthlyCost":true,"range":true,"coverage":true},"dynamicProps":false,"dynamicItems":false};
const schema64 = {"type":["object","null"],"required":["low","high"],"properties":{"low":{},"high":{}}};
function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema64.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.low === undefined) && (missing0 = "low")) || ((data.high === undefined) && (missing0 = "high"))){
validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.low !== undefined){
let data0 = data.low;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern25.test(data0)){
validate40.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/signedDecimal/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate40.errors = [{instancePath:instancePath+"/low",schemaPath:"#/$defs/signedDecimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.high !== undefined){
let data1 = data.high;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern25.test(data1)){
validate40.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/signedDecimal/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate40.errors = [{instancePath:instancePath+"/high",schemaPath:"#/$defs/signedDecimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":{"low":true,"high":true},"dynamicProps":false,"dynamicItems":false};
const schema68 = {"required":["name","status"],"properties":{"name":{},"status":{"enum":["compared","without-base","unaffected","failed"]},"previousName":{},"before":{},"after":{},"monthlyDelta":{},"deltaRange":{},"reason":{}},"allOf":[{"if":{"properties":{"status":{"const":"compared"}}},"then":{"required":["before","after","monthlyDelta","deltaRange"]}},{"if":{"properties":{"status":{"const":"without-base"}}},"then":{"required":["after","reason"]}},{"if":{"properties":{"status":{"const":"failed"}}},"then":{"required":["reason"]}}]};
function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.status !== undefined){
if("compared" !== data.status){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.before === undefined) && (missing0 = "before")) || ((data.after === undefined) && (missing0 = "after"))) || ((data.monthlyDelta === undefined) && (missing0 = "monthlyDelta"))) || ((data.deltaRange === undefined) && (missing0 = "deltaRange"))){
validate42.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate42.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs6 = errors;
const _errs7 = errors;
let valid3 = true;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.status !== undefined){
if("without-base" !== data.status){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.after === undefined) && (missing1 = "after")) || ((data.reason === undefined) && (missing1 = "reason"))){
validate42.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
}
var _valid1 = _errs10 === errors;
valid3 = _valid1;
}
if(!valid3){
const err3 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate42.errors = vErrors;
return false;
}
var valid0 = _errs6 === errors;
if(valid0){
const _errs11 = errors;
const _errs12 = errors;
let valid5 = true;
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.status !== undefined){
if("failed" !== data.status){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var _valid2 = _errs13 === errors;
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.reason === undefined) && (missing2 = "reason")){
validate42.errors = [{instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
}
var _valid2 = _errs15 === errors;
valid5 = _valid2;
}
if(!valid5){
const err5 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate42.errors = vErrors;
return false;
}
var valid0 = _errs11 === errors;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.name === undefined) && (missing3 = "name")) || ((data.status === undefined) && (missing3 = "status"))){
validate42.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data.name !== undefined){
let data3 = data.name;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate42.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs16 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.status !== undefined){
let data4 = data.status;
const _errs18 = errors;
if(!((((data4 === "compared") || (data4 === "without-base")) || (data4 === "unaffected")) || (data4 === "failed"))){
validate42.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema68.properties.status.enum}}];
return false;
}
var valid7 = _errs18 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.previousName !== undefined){
const _errs19 = errors;
if(typeof data.previousName !== "string"){
validate42.errors = [{instancePath:instancePath+"/previousName",schemaPath:"#/properties/previousName/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs19 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.before !== undefined){
let data6 = data.before;
const _errs21 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
validate42.errors = [{instancePath:instancePath+"/before",schemaPath:"#/properties/before/type",keyword:"type",params:{type: "object"}}];
return false;
}
if(!(validate33(data6, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid7 = _errs21 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.after !== undefined){
let data7 = data.after;
const _errs23 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
validate42.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "object"}}];
return false;
}
if(!(validate33(data7, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.monthlyDelta !== undefined){
let data8 = data.monthlyDelta;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data8 === "string"){
if(!pattern25.test(data8)){
validate42.errors = [{instancePath:instancePath+"/monthlyDelta",schemaPath:"#/$defs/signedDecimal/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/monthlyDelta",schemaPath:"#/$defs/signedDecimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.deltaRange !== undefined){
const _errs28 = errors;
if(!(validate40(data.deltaRange, {instancePath:instancePath+"/deltaRange",parentData:data,parentDataProperty:"deltaRange",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid7 = _errs28 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.reason !== undefined){
const _errs29 = errors;
if(typeof data.reason !== "string"){
validate42.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs29 === errors;
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
}
}
else {
validate42.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":{"name":true,"status":true,"previousName":true,"before":true,"after":true,"monthlyDelta":true,"deltaRange":true,"reason":true},"dynamicProps":false,"dynamicItems":false};
const schema70 = {"required":["rootModule","address","type","region","change","status","statusBefore","before","after","delta","deltaRange","reasons","components","source"],"properties":{"rootModule":{},"address":{},"type":{},"region":{},"change":{"enum":["added","removed","changed","moved","unchanged","present"]},"previous":{"required":["address","by"],"properties":{"address":{},"by":{"enum":["moved-block","count","content"]}}},"status":{},"statusBefore":{"enum":["priced","free","unpriced","unsupported",null]},"before":{},"after":{},"delta":{},"deltaRange":{},"reasons":{"items":{}},"components":{"items":{}},"source":{}}};
const schema71 = {"enum":["priced","free","unpriced","unsupported"]};
const schema72 = {"type":["string","null"]};
const schema86 = {"type":["object","null"],"required":["file","startLine"],"properties":{"file":{},"startLine":{"minimum":1}}};
const schema75 = {"required":["kind"],"properties":{"kind":{"enum":["added","removed","replaced","attribute","usage","schedule","dimension","quantity","price"]},"name":{},"rate":{},"before":{},"after":{}},"allOf":[{"if":{"properties":{"kind":{"enum":["attribute","usage","schedule","dimension","quantity"]}}},"then":{"required":["name","before","after"]}},{"if":{"properties":{"kind":{"const":"price"}}},"then":{"required":["rate","before","after"],"properties":{"before":{},"after":{}}}}]};
const schema78 = {"type":["string","null"]};
function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((((data0 === "attribute") || (data0 === "usage")) || (data0 === "schedule")) || (data0 === "dimension")) || (data0 === "quantity"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.name === undefined) && (missing0 = "name")) || ((data.before === undefined) && (missing0 = "before"))) || ((data.after === undefined) && (missing0 = "after"))){
validate49.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate49.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs6 = errors;
const _errs7 = errors;
let valid3 = true;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind !== undefined){
if("price" !== data.kind){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.rate === undefined) && (missing1 = "rate")) || ((data.before === undefined) && (missing1 = "before"))) || ((data.after === undefined) && (missing1 = "after"))){
validate49.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data.before !== undefined){
let data2 = data.before;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
validate49.errors = [{instancePath:instancePath+"/before",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate49.errors = [{instancePath:instancePath+"/before",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs11 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.after !== undefined){
let data3 = data.after;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
validate49.errors = [{instancePath:instancePath+"/after",schemaPath:"#/$defs/decimal/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
else {
validate49.errors = [{instancePath:instancePath+"/after",schemaPath:"#/$defs/decimal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
}
}
}
var _valid1 = _errs10 === errors;
valid3 = _valid1;
if(valid3){
var props0 = {};
props0.before = true;
props0.after = true;
props0.kind = true;
}
}
if(!valid3){
const err3 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate49.errors = vErrors;
return false;
}
var valid0 = _errs6 === errors;
if(valid0){
if(props0 !== true){
props0 = props0 || {};
props0.kind = true;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.kind === undefined) && (missing2 = "kind")){
validate49.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(props0 !== true){
props0 = props0 || {};
props0.kind = true;
props0.name = true;
props0.rate = true;
props0.before = true;
props0.after = true;
}
if(data.kind !== undefined){
let data4 = data.kind;
const _errs17 = errors;
if(!(((((((((data4 === "added") || (data4 === "removed")) || (data4 === "replaced")) || (data4 === "attribute")) || (data4 === "usage")) || (data4 === "schedule")) || (data4 === "dimension")) || (data4 === "quantity")) || (data4 === "price"))){
validate49.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema75.properties.kind.enum}}];
return false;
}
var valid8 = _errs17 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.name !== undefined){
const _errs18 = errors;
if(typeof data.name !== "string"){
validate49.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs18 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.rate !== undefined){
const _errs20 = errors;
if(typeof data.rate !== "string"){
validate49.errors = [{instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs20 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.before !== undefined){
let data7 = data.before;
const _errs22 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate49.errors = [{instancePath:instancePath+"/before",schemaPath:"#/$defs/textOrNull/type",keyword:"type",params:{type: schema78.type}}];
return false;
}
var valid8 = _errs22 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.after !== undefined){
let data8 = data.after;
const _errs25 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate49.errors = [{instancePath:instancePath+"/after",schemaPath:"#/$defs/textOrNull/type",keyword:"type",params:{type: schema78.type}}];
return false;
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
validate49.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate49.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate49.evaluated = {"dynamicProps":true,"dynamicItems":false};
const schema81 = {"type":["object","null"],"required":["monthlyQuantity","unitPrice","monthlyCost","status"],"properties":{"monthlyQuantity":{},"unitPrice":{},"monthlyCost":{},"status":{"enum":["priced","unpriced","usage-needed"]}}};
function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema81.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.monthlyQuantity === undefined) && (missing0 = "monthlyQuantity")) || ((data.unitPrice === undefined) && (missing0 = "unitPrice"))) || ((data.monthlyCost === undefined) && (missing0 = "monthlyCost"))) || ((data.status === undefined) && (missing0 = "status"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.monthlyQuantity !== undefined){
let data0 = data.monthlyQuantity;
const _errs1 = errors;
const _errs2 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate52.errors = [{instancePath:instancePath+"/monthlyQuantity",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema72.type}}];
return false;
}
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate52.errors = [{instancePath:instancePath+"/monthlyQuantity",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unitPrice !== undefined){
let data1 = data.unitPrice;
const _errs4 = errors;
const _errs5 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate52.errors = [{instancePath:instancePath+"/unitPrice",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema72.type}}];
return false;
}
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate52.errors = [{instancePath:instancePath+"/unitPrice",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyCost !== undefined){
let data2 = data.monthlyCost;
const _errs7 = errors;
const _errs8 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate52.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema72.type}}];
return false;
}
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
validate52.errors = [{instancePath:instancePath+"/monthlyCost",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data3 = data.status;
const _errs10 = errors;
if(!(((data3 === "priced") || (data3 === "unpriced")) || (data3 === "usage-needed"))){
validate52.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema81.properties.status.enum}}];
return false;
}
var valid0 = _errs10 === errors;
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
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":{"monthlyQuantity":true,"unitPrice":true,"monthlyCost":true,"status":true},"dynamicProps":false,"dynamicItems":false};
function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate51.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.group === undefined) && (missing0 = "group")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.unit === undefined) && (missing0 = "unit"))) || ((data.before === undefined) && (missing0 = "before"))) || ((data.after === undefined) && (missing0 = "after"))) || ((data.delta === undefined) && (missing0 = "delta"))){
validate51.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.group !== undefined){
let data0 = data.group;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate51.errors = [{instancePath:instancePath+"/group/" + i0,schemaPath:"#/properties/group/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate51.errors = [{instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data2 = data.name;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate51.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previousName !== undefined){
const _errs7 = errors;
if(typeof data.previousName !== "string"){
validate51.errors = [{instancePath:instancePath+"/previousName",schemaPath:"#/properties/previousName/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs9 = errors;
if(typeof data.unit !== "string"){
validate51.errors = [{instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined){
const _errs11 = errors;
if(!(validate52(data.before, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
const _errs12 = errors;
if(!(validate52(data.after, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delta !== undefined){
let data7 = data.delta;
const _errs13 = errors;
const _errs14 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate51.errors = [{instancePath:instancePath+"/delta",schemaPath:"#/$defs/signedOrNull/type",keyword:"type",params:{type: schema63.type}}];
return false;
}
if(errors === _errs14){
if(typeof data7 === "string"){
if(!pattern25.test(data7)){
validate51.errors = [{instancePath:instancePath+"/delta",schemaPath:"#/$defs/signedOrNull/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs13 === errors;
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
else {
validate51.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}
validate51.evaluated = {"props":{"group":true,"name":true,"previousName":true,"unit":true,"before":true,"after":true,"delta":true},"dynamicProps":false,"dynamicItems":false};
function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((data.rootModule === undefined) && (missing0 = "rootModule")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.type === undefined) && (missing0 = "type"))) || ((data.region === undefined) && (missing0 = "region"))) || ((data.change === undefined) && (missing0 = "change"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.statusBefore === undefined) && (missing0 = "statusBefore"))) || ((data.before === undefined) && (missing0 = "before"))) || ((data.after === undefined) && (missing0 = "after"))) || ((data.delta === undefined) && (missing0 = "delta"))) || ((data.deltaRange === undefined) && (missing0 = "deltaRange"))) || ((data.reasons === undefined) && (missing0 = "reasons"))) || ((data.components === undefined) && (missing0 = "components"))) || ((data.source === undefined) && (missing0 = "source"))){
validate47.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.rootModule !== undefined){
const _errs1 = errors;
if(typeof data.rootModule !== "string"){
validate47.errors = [{instancePath:instancePath+"/rootModule",schemaPath:"#/properties/rootModule/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
let data1 = data.address;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
validate47.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate47.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data2 = data.type;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate47.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate47.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.region !== undefined){
const _errs7 = errors;
if(typeof data.region !== "string"){
validate47.errors = [{instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.change !== undefined){
let data4 = data.change;
const _errs9 = errors;
if(!((((((data4 === "added") || (data4 === "removed")) || (data4 === "changed")) || (data4 === "moved")) || (data4 === "unchanged")) || (data4 === "present"))){
validate47.errors = [{instancePath:instancePath+"/change",schemaPath:"#/properties/change/enum",keyword:"enum",params:{allowedValues: schema70.properties.change.enum}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previous !== undefined){
let data5 = data.previous;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.address === undefined) && (missing1 = "address")) || ((data5.by === undefined) && (missing1 = "by"))){
validate47.errors = [{instancePath:instancePath+"/previous",schemaPath:"#/properties/previous/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data5.address !== undefined){
const _errs12 = errors;
if(typeof data5.address !== "string"){
validate47.errors = [{instancePath:instancePath+"/previous/address",schemaPath:"#/properties/previous/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.by !== undefined){
let data7 = data5.by;
const _errs14 = errors;
if(!(((data7 === "moved-block") || (data7 === "count")) || (data7 === "content"))){
validate47.errors = [{instancePath:instancePath+"/previous/by",schemaPath:"#/properties/previous/properties/by/enum",keyword:"enum",params:{allowedValues: schema70.properties.previous.properties.by.enum}}];
return false;
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/previous",schemaPath:"#/properties/previous/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data8 = data.status;
const _errs15 = errors;
if(!((((data8 === "priced") || (data8 === "free")) || (data8 === "unpriced")) || (data8 === "unsupported"))){
validate47.errors = [{instancePath:instancePath+"/status",schemaPath:"#/$defs/status/enum",keyword:"enum",params:{allowedValues: schema71.enum}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusBefore !== undefined){
let data9 = data.statusBefore;
const _errs17 = errors;
if(!(((((data9 === "priced") || (data9 === "free")) || (data9 === "unpriced")) || (data9 === "unsupported")) || (data9 === null))){
validate47.errors = [{instancePath:instancePath+"/statusBefore",schemaPath:"#/properties/statusBefore/enum",keyword:"enum",params:{allowedValues: schema70.properties.statusBefore.enum}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined){
let data10 = data.before;
const _errs18 = errors;
const _errs19 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate47.errors = [{instancePath:instancePath+"/before",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema72.type}}];
return false;
}
if(errors === _errs19){
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
validate47.errors = [{instancePath:instancePath+"/before",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
let data11 = data.after;
const _errs21 = errors;
const _errs22 = errors;
if((typeof data11 !== "string") && (data11 !== null)){
validate47.errors = [{instancePath:instancePath+"/after",schemaPath:"#/$defs/decimalOrNull/type",keyword:"type",params:{type: schema72.type}}];
return false;
}
if(errors === _errs22){
if(typeof data11 === "string"){
if(!pattern5.test(data11)){
validate47.errors = [{instancePath:instancePath+"/after",schemaPath:"#/$defs/decimalOrNull/pattern",keyword:"pattern",params:{pattern: "^\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delta !== undefined){
let data12 = data.delta;
const _errs24 = errors;
const _errs25 = errors;
if((typeof data12 !== "string") && (data12 !== null)){
validate47.errors = [{instancePath:instancePath+"/delta",schemaPath:"#/$defs/signedOrNull/type",keyword:"type",params:{type: schema63.type}}];
return false;
}
if(errors === _errs25){
if(typeof data12 === "string"){
if(!pattern25.test(data12)){
validate47.errors = [{instancePath:instancePath+"/delta",schemaPath:"#/$defs/signedOrNull/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deltaRange !== undefined){
const _errs27 = errors;
if(!(validate40(data.deltaRange, {instancePath:instancePath+"/deltaRange",parentData:data,parentDataProperty:"deltaRange",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data14 = data.reasons;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data14)){
var valid6 = true;
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
const _errs30 = errors;
if(!(validate49(data14[i0], {instancePath:instancePath+"/reasons/" + i0,parentData:data14,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var valid6 = _errs30 === errors;
if(!valid6){
break;
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.components !== undefined){
let data16 = data.components;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data16)){
var valid7 = true;
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
const _errs33 = errors;
if(!(validate51(data16[i1], {instancePath:instancePath+"/components/" + i1,parentData:data16,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
var valid7 = _errs33 === errors;
if(!valid7){
break;
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/components",schemaPath:"#/properties/components/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data18 = data.source;
const _errs34 = errors;
const _errs35 = errors;
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (data18 !== null)){
validate47.errors = [{instancePath:instancePath+"/source",schemaPath:"#/$defs/source/type",keyword:"type",params:{type: schema86.type}}];
return false;
}
if(errors === _errs35){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if(((data18.file === undefined) && (missing2 = "file")) || ((data18.startLine === undefined) && (missing2 = "startLine"))){
validate47.errors = [{instancePath:instancePath+"/source",schemaPath:"#/$defs/source/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data18.file !== undefined){
const _errs37 = errors;
if(typeof data18.file !== "string"){
validate47.errors = [{instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data18.startLine !== undefined){
let data20 = data18.startLine;
const _errs39 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate47.errors = [{instancePath:instancePath+"/source/startLine",schemaPath:"#/$defs/source/properties/startLine/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
validate47.errors = [{instancePath:instancePath+"/source/startLine",schemaPath:"#/$defs/source/properties/startLine/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs39 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
var valid0 = _errs34 === errors;
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
}
}
}
}
}
}
else {
validate47.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":{"rootModule":true,"address":true,"type":true,"region":true,"change":true,"previous":true,"status":true,"statusBefore":true,"before":true,"after":true,"delta":true,"deltaRange":true,"reasons":true,"components":true,"source":true},"dynamicProps":false,"dynamicItems":false};
function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:tollgate:schema:cost-change:1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.prices === undefined) && (missing0 = "prices"))) || ((data.before === undefined) && (missing0 = "before"))) || ((data.after === undefined) && (missing0 = "after"))) || ((data.monthlyDelta === undefined) && (missing0 = "monthlyDelta"))) || ((data.deltaRange === undefined) && (missing0 = "deltaRange"))) || ((data.percent === undefined) && (missing0 = "percent"))) || ((data.rootModules === undefined) && (missing0 = "rootModules"))) || ((data.resources === undefined) && (missing0 = "resources"))) || ((data.problems === undefined) && (missing0 = "problems"))){
validate32.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.kind !== undefined){
const _errs1 = errors;
if("CostChange" !== data.kind){
validate32.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "CostChange"}}];
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
validate32.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data2 = data.currency;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
validate32.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prices !== undefined){
let data3 = data.prices;
const _errs5 = errors;
if(errors === _errs5){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.source === undefined) && (missing1 = "source")) || ((data3.asOf === undefined) && (missing1 = "asOf"))){
validate32.errors = [{instancePath:instancePath+"/prices",schemaPath:"#/properties/prices/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data3.source !== undefined){
const _errs7 = errors;
if(typeof data3.source !== "string"){
validate32.errors = [{instancePath:instancePath+"/prices/source",schemaPath:"#/properties/prices/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.asOf !== undefined){
let data5 = data3.asOf;
const _errs9 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate32.errors = [{instancePath:instancePath+"/prices/asOf",schemaPath:"#/properties/prices/properties/asOf/type",keyword:"type",params:{type: schema51.properties.prices.properties.asOf.type}}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/prices",schemaPath:"#/properties/prices/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined){
let data6 = data.before;
const _errs11 = errors;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
validate32.errors = [{instancePath:instancePath+"/before",schemaPath:"#/properties/before/type",keyword:"type",params:{type: schema51.properties.before.type}}];
return false;
}
if(!(validate33(data6, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
let data7 = data.after;
const _errs13 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
validate32.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "object"}}];
return false;
}
if(!(validate33(data7, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyDelta !== undefined){
let data8 = data.monthlyDelta;
const _errs15 = errors;
const _errs16 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate32.errors = [{instancePath:instancePath+"/monthlyDelta",schemaPath:"#/$defs/signedOrNull/type",keyword:"type",params:{type: schema63.type}}];
return false;
}
if(errors === _errs16){
if(typeof data8 === "string"){
if(!pattern25.test(data8)){
validate32.errors = [{instancePath:instancePath+"/monthlyDelta",schemaPath:"#/$defs/signedOrNull/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deltaRange !== undefined){
const _errs18 = errors;
if(!(validate40(data.deltaRange, {instancePath:instancePath+"/deltaRange",parentData:data,parentDataProperty:"deltaRange",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.percent !== undefined){
let data10 = data.percent;
const _errs19 = errors;
const _errs20 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate32.errors = [{instancePath:instancePath+"/percent",schemaPath:"#/$defs/signedOrNull/type",keyword:"type",params:{type: schema63.type}}];
return false;
}
if(errors === _errs20){
if(typeof data10 === "string"){
if(!pattern25.test(data10)){
validate32.errors = [{instancePath:instancePath+"/percent",schemaPath:"#/$defs/signedOrNull/pattern",keyword:"pattern",params:{pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$"}}];
return false;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rootModules !== undefined){
let data11 = data.rootModules;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data11)){
var valid4 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs24 = errors;
if(!(validate42(data11[i0], {instancePath:instancePath+"/rootModules/" + i0,parentData:data11,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
var valid4 = _errs24 === errors;
if(!valid4){
break;
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/rootModules",schemaPath:"#/properties/rootModules/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resources !== undefined){
let data13 = data.resources;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data13)){
var valid5 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs27 = errors;
if(!(validate47(data13[i1], {instancePath:instancePath+"/resources/" + i1,parentData:data13,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
var valid5 = _errs27 === errors;
if(!valid5){
break;
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data15 = data.problems;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data15)){
var valid6 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs30 = errors;
if(errors === _errs30){
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
validate32.errors = [{instancePath:instancePath+"/problems/" + i2,schemaPath:"#/properties/problems/items/pattern",keyword:"pattern",params:{pattern: "."}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/problems/" + i2,schemaPath:"#/properties/problems/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid6 = _errs30 === errors;
if(!valid6){
break;
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
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
}
}
}
else {
validate32.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":{"kind":true,"version":true,"currency":true,"prices":true,"before":true,"after":true,"monthlyDelta":true,"deltaRange":true,"percent":true,"rootModules":true,"resources":true,"problems":true},"dynamicProps":false,"dynamicItems":false};
