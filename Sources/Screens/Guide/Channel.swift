import Casework
import Procedures
extension Procedure { var channel: Channel? { id.rawValue == "visit" ? .faceToFace : .phone } }
